/** The projections over HTTP: how they are, rebuild and retry, and the position that an answer is true for. */
@NullMarked
package io.holdfast.projection.support.web;

import org.jspecify.annotations.NullMarked;
