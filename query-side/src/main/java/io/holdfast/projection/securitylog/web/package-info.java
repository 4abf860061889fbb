/** The security log over HTTP: pages as JSON, exports as CSV and NDJSON. */
@NullMarked
package io.holdfast.projection.securitylog.web;

import org.jspecify.annotations.NullMarked;
