/** MongoDB's wire protocol: the socket, the login of a connection, and the encoding of requests and replies. */
@NullMarked
package io.holdfast.embeddedmongo.wire;

import org.jspecify.annotations.NullMarked;
