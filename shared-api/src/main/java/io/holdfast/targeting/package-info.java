/** Targeting rules: rule sets and drafts, their commands and events, and the result of screening a shipment. */
@NullMarked
package io.holdfast.targeting;

import org.jspecify.annotations.NullMarked;
