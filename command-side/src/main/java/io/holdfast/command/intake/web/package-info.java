/** Intake over HTTP: request and answer formats, idempotency keys, problem details. */
@NullMarked
package io.holdfast.command.intake.web;

import org.jspecify.annotations.NullMarked;
