/** The audit trail: one structured entry for each event, for ever. */
@NullMarked
package io.holdfast.projection.audittrail;

import org.jspecify.annotations.NullMarked;
