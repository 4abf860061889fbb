/**
 * Reading and writing CSV: input is bounded before memory is used, every line is accounted for, and output contains
 * nothing that a spreadsheet would execute.
 */
@NullMarked
package io.holdfast.runtime.csv;

import org.jspecify.annotations.NullMarked;
