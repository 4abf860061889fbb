/** The clock book in MongoDB. */
@NullMarked
package io.holdfast.command.automation.mongo;

import org.jspecify.annotations.NullMarked;
