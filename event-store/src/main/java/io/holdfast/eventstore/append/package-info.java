/** Writing: events become commits, commits become blocks, and one thread sends the blocks. */
@NullMarked
package io.holdfast.eventstore.append;

import org.jspecify.annotations.NullMarked;
