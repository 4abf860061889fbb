package io.holdfast.standalone.intake;

import java.util.List;

/**
 * A row of the file that can be sent.
 *
 * @param line the line on which it starts, from 1
 * @param fields the fields as they were read
 * @param json the declaration
 */
record Row(long line, List<String> fields, String json) implements FileRow {}
