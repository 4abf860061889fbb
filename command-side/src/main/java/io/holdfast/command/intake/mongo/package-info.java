/** What was answered under an idempotency key, in MongoDB. */
@NullMarked
package io.holdfast.command.intake.mongo;

import org.jspecify.annotations.NullMarked;
