package io.holdfast.command.shipment.domain;

import io.holdfast.actor.Actor;
import java.time.Instant;

/**
 * The actor and the time of a command; never part of what the caller sends.
 *
 * @param actor from the authenticated principal
 * @param at the time, by the clock of the command side
 */
public record Act(Actor actor, Instant at) {}
