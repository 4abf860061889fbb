/** The projections over HTTP: status, rebuild and retry, and the position that an answer reflects. */
@NullMarked
package io.holdfast.projection.support.web;

import org.jspecify.annotations.NullMarked;
