/** The security log: refused and denied requests, and reads of what is to be recorded; taken down beside the requests, never in their way. */
@NullMarked
package io.holdfast.runtime.securitylog;

import org.jspecify.annotations.NullMarked;
