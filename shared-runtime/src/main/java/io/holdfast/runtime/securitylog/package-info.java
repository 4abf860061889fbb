/** The security log: refused requests and reads of cases, recorded without slowing down the requests. */
@NullMarked
package io.holdfast.runtime.securitylog;

import org.jspecify.annotations.NullMarked;
