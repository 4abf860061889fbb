/** Which legal clocks run, in MongoDB. */
@NullMarked
package io.holdfast.command.automation.mongo;

import org.jspecify.annotations.NullMarked;
