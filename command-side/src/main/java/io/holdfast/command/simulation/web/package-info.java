/** Simulations over HTTP. */
@NullMarked
package io.holdfast.command.simulation.web;

import org.jspecify.annotations.NullMarked;
