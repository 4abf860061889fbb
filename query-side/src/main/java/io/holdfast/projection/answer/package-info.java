/** What the slices that answer questions share: asking within a time limit, reading parameters, scope of ports, tables as NDJSON or CSV. */
@NullMarked
package io.holdfast.projection.answer;

import org.jspecify.annotations.NullMarked;
