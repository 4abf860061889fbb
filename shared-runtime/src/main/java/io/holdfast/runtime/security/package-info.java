/** Authentication and authorisation of callers, and how the actor travels with commands and events. */
@NullMarked
package io.holdfast.runtime.security;

import org.jspecify.annotations.NullMarked;
