/** Shared by all query slices: time limits, parameter parsing, port scopes, and tables as NDJSON or CSV. */
@NullMarked
package io.holdfast.projection.answer;

import org.jspecify.annotations.NullMarked;
