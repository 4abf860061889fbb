/** Dispatch over HTTP. */
@NullMarked
package io.holdfast.command.dispatch.web;

import org.jspecify.annotations.NullMarked;
