/** Holdfast as one process and as a command line: run, demo, import, verify, export. */
@NullMarked
package io.holdfast.standalone;

import org.jspecify.annotations.NullMarked;
