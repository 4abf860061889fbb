/** The API for other modules: the outcomes of an append, the position of a commit, proofs of events. */
@NullMarked
package io.holdfast.eventstore.api;

import org.jspecify.annotations.NullMarked;
