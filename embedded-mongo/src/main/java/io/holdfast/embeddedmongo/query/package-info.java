/** Planning and running queries: conditions, index scans, key ranges and the cursors over them. */
@NullMarked
package io.holdfast.embeddedmongo.query;

import org.jspecify.annotations.NullMarked;
