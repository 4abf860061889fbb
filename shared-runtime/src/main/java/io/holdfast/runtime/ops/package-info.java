/** Running an application: its default settings, its clock, and the conditions under which it refuses to start. */
@NullMarked
package io.holdfast.runtime.ops;

import org.jspecify.annotations.NullMarked;
