/** How an application is run: its settings unless told otherwise, its clock, and when it refuses to start. */
@NullMarked
package io.holdfast.runtime.ops;

import org.jspecify.annotations.NullMarked;
