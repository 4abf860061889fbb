package io.holdfast.command.shipment;

import io.holdfast.shipment.declaration.Declaration;

/** A declaration whose shipment turned out to have a case: the same one is answered as it was, another is refused. */
record ScreenAgain(Declaration declaration) {}
