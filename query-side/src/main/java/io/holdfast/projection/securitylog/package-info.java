/** The security log, for those who look into it; it is written by everyone who answers (see {@link io.holdfast.runtime.securitylog}). */
@NullMarked
package io.holdfast.projection.securitylog;

import org.jspecify.annotations.NullMarked;
