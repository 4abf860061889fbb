/** Holdfast as one process and as a command line: run, demo, import. */
@NullMarked
package io.holdfast.standalone;

import org.jspecify.annotations.NullMarked;
