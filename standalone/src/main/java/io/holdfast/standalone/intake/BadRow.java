package io.holdfast.standalone.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file that cannot become a declaration, so it is not sent.
 *
 * @param line the line on which it starts, from 1
 * @param fields the fields, as far as they could be read
 * @param field the field at fault; null for the row as a whole
 */
record BadRow(long line, List<String> fields, @Nullable String field, String reason) implements FileRow {}
