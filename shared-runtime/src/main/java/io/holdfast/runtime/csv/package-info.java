/** The one reading and the one writing of CSV: bounded before memory is used, every line accounted for, nothing a spreadsheet would run. */
@NullMarked
package io.holdfast.runtime.csv;

import org.jspecify.annotations.NullMarked;
