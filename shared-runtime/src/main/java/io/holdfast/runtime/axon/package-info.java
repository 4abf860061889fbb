/** Axon integration: serializers, the actor of a message, and the metadata passed from one message to the next. */
@NullMarked
package io.holdfast.runtime.axon;

import org.jspecify.annotations.NullMarked;
