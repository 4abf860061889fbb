/** Handing out work over HTTP, and asking the query side for it. */
@NullMarked
package io.holdfast.command.dispatch.web;

import org.jspecify.annotations.NullMarked;
