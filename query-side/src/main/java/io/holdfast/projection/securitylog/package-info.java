/**
 * Reading the security log. It is written where requests are answered (see {@link io.holdfast.runtime.securitylog}).
 */
@NullMarked
package io.holdfast.projection.securitylog;

import org.jspecify.annotations.NullMarked;
