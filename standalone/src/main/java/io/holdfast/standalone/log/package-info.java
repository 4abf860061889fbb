/** The event log on the command line: verifies it, exports it, and proves single events or case bundles. */
@NullMarked
package io.holdfast.standalone.log;

import org.jspecify.annotations.NullMarked;
