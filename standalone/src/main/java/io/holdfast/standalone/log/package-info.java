/** The event log on the command line: verify it, export it, prove one event of it. */
@NullMarked
package io.holdfast.standalone.log;

import org.jspecify.annotations.NullMarked;
