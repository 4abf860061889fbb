/** What other modules may compile against: what came of an append, the position of a commit, proofs of events. */
@NullMarked
package io.holdfast.eventstore.api;

import org.jspecify.annotations.NullMarked;
