/** The idempotency store in MongoDB. */
@NullMarked
package io.holdfast.command.intake.mongo;

import org.jspecify.annotations.NullMarked;
