package io.holdfast.standalone.intake;

import java.util.List;

/** A row of the file: either sent and answered, or bad. */
sealed interface FileRow permits Row, BadRow {
    /** The line on which it starts, from 1. */
    long line();

    /** Its cells. */
    List<String> fields();
}
