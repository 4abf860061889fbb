/** Verification of the log in its database: strict reading, and signed checkpoints. */
@NullMarked
package io.holdfast.eventstore.audit;

import org.jspecify.annotations.NullMarked;
