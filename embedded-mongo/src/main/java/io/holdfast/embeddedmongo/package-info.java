/** A server for MongoDB's wire protocol in this process, on one file: for a laptop, a demo and tests. The public part of this module. */
@NullMarked
package io.holdfast.embeddedmongo;

import org.jspecify.annotations.NullMarked;
