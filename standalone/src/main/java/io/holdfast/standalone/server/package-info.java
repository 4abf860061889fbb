/** The process: the embedded database, when none is configured, and both sides in one application. */
@NullMarked
package io.holdfast.standalone.server;

import org.jspecify.annotations.NullMarked;
