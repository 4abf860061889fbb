/**
 * Simulation: replays past declarations with a draft of a rule set and with the active version, and compares what they
 * select.
 */
@NullMarked
package io.holdfast.command.simulation;

import org.jspecify.annotations.NullMarked;
