package io.holdfast.command.shipment.web;

/** A body without content: {@code {}}. */
record EmptyBody() {}
