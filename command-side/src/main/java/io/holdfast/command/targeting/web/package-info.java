/** Rule sets over HTTP. */
@NullMarked
package io.holdfast.command.targeting.web;

import org.jspecify.annotations.NullMarked;
