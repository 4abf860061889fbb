/** The audit trail: one structured entry for each event, kept for ever. */
@NullMarked
package io.holdfast.projection.audittrail;

import org.jspecify.annotations.NullMarked;
