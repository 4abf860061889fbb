/** The JSON of the language: how its values look as JSON, which names events have in the log, and who writes and reads both. */
@NullMarked
package io.holdfast.runtime.json;

import org.jspecify.annotations.NullMarked;
