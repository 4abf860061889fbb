package io.holdfast.command.shipment.domain;

import io.holdfast.actor.Actor;
import java.time.Instant;

/**
 * Who gives a command, and when; never part of what the caller sends.
 *
 * @param actor from the authenticated principal
 * @param at by the clock of the command side
 */
public record Act(Actor actor, Instant at) {}
