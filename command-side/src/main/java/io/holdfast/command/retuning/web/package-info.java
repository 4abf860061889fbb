/** Retuning over HTTP. */
@NullMarked
package io.holdfast.command.retuning.web;

import org.jspecify.annotations.NullMarked;
