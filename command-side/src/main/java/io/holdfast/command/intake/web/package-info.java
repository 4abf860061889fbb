/** Intake over HTTP: forms of the request and of the answer, idempotency keys, problems. */
@NullMarked
package io.holdfast.command.intake.web;

import org.jspecify.annotations.NullMarked;
