/** The commands of the protocol: reads with their cursors, writes, and the aggregation stages that are served by an index. */
@NullMarked
package io.holdfast.embeddedmongo.command;

import org.jspecify.annotations.NullMarked;
