package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.declaration.Declaration;

/** Where the verdict on a new declaration comes from; asked only when there is no case yet. */
@FunctionalInterface
public interface Selection {
    /** Decides; what it throws, the command throws. */
    Verdict on(Declaration declaration);
}
