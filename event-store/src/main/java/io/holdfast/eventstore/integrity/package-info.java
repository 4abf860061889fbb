/** What proves the log intact, without a database: hashes, signed checkpoints, exports, proofs, and what checks them. */
@NullMarked
package io.holdfast.eventstore.integrity;

import org.jspecify.annotations.NullMarked;
