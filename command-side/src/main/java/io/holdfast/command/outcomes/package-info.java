/** What came of shipments, as the query side knows it: for whoever simulates or fits. */
@NullMarked
package io.holdfast.command.outcomes;

import org.jspecify.annotations.NullMarked;
