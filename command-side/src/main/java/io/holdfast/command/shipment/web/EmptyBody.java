package io.holdfast.command.shipment.web;

/** An empty JSON body: {@code {}}. */
record EmptyBody() {}
