/** What Axon needs to know of the language: serializers, the actor of a message, what one message hands on to the next. */
@NullMarked
package io.holdfast.runtime.axon;

import org.jspecify.annotations.NullMarked;
