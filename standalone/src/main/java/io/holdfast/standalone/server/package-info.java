/** The server process: the embedded database, unless a server is configured, and both sides in one application. */
@NullMarked
package io.holdfast.standalone.server;

import org.jspecify.annotations.NullMarked;
