/** Rule feedback over HTTP. */
@NullMarked
package io.holdfast.projection.rulefeedback.web;

import org.jspecify.annotations.NullMarked;
