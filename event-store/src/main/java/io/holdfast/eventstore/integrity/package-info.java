/**
 * Proves that the log is intact, without a database: hashes, signed checkpoints, exports, proofs, and their
 * verification.
 */
@NullMarked
package io.holdfast.eventstore.integrity;

import org.jspecify.annotations.NullMarked;
