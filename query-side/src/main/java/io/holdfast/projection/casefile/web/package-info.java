/** Case files over HTTP. */
@NullMarked
package io.holdfast.projection.casefile.web;

import org.jspecify.annotations.NullMarked;
