/** Writing: events become commits, commits become blocks, one thread sends them. */
@NullMarked
package io.holdfast.eventstore.append;

import org.jspecify.annotations.NullMarked;
