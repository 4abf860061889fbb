package io.holdfast.standalone.intake;

import java.util.List;

/**
 * A row of the file.
 *
 * @param line where it starts, from 1
 * @param fields as they were read
 * @param json the declaration
 */
record Row(long line, List<String> fields, String json) implements FileRow {}
