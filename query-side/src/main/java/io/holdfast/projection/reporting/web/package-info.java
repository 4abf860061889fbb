/** Reports over HTTP. */
@NullMarked
package io.holdfast.projection.reporting.web;

import org.jspecify.annotations.NullMarked;
