package io.holdfast.standalone.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file that cannot become a declaration, so that there is nothing to send.
 *
 * @param line where it starts, from 1
 * @param fields as well as they could be read
 * @param field what is wrong; null for the row as a whole
 */
record BadRow(long line, List<String> fields, @Nullable String field, String reason) implements FileRow {}
