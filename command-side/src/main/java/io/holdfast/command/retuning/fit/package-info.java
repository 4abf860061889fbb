/**
 * The statistics of retuning, without a clock, database or framework: finds the fields that separate illegal from
 * legitimate cargo.
 */
@NullMarked
package io.holdfast.command.retuning.fit;

import org.jspecify.annotations.NullMarked;
