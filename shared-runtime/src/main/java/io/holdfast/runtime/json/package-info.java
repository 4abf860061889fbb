/**
 * Holdfast's JSON: the JSON form of its values, the stored names of events, and the code that reads and writes both.
 */
@NullMarked
package io.holdfast.runtime.json;

import org.jspecify.annotations.NullMarked;
