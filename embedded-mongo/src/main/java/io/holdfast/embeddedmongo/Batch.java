package io.holdfast.embeddedmongo;

import java.util.List;

/**
 * Documents within a reply, as BSON: {@link ReplyEncoder} copies them.
 *
 * @param documents one after the other, in the order of the answer
 */
record Batch(List<byte[]> documents) {}
