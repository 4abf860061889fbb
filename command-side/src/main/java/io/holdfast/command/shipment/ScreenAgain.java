package io.holdfast.command.shipment;

import io.holdfast.shipment.declaration.Declaration;

/**
 * Screens a declaration whose shipment turned out to have a case: the same declaration gets the same answer as before,
 * another one is refused.
 */
record ScreenAgain(Declaration declaration) {}
