/** The audit trail over HTTP: pages as JSON, exports as CSV and NDJSON. */
@NullMarked
package io.holdfast.projection.audittrail.web;

import org.jspecify.annotations.NullMarked;
