/** MongoDB's wire protocol in process, on one file: for a laptop, a demo and tests. */
@NullMarked
package io.holdfast.embeddedmongo;

import org.jspecify.annotations.NullMarked;
