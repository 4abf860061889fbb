/** The BSON of messages: fields of commands, formats of replies, elements of stored documents. */
@NullMarked
package io.holdfast.embeddedmongo.message;

import org.jspecify.annotations.NullMarked;
