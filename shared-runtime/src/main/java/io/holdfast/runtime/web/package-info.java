/** What all HTTP answers share: problems and the correlation id. */
@NullMarked
package io.holdfast.runtime.web;

import org.jspecify.annotations.NullMarked;
