package io.holdfast.standalone.intake;

import java.util.List;

/** A row of the file: each is sent and answered, or bad. */
sealed interface FileRow permits Row, BadRow {
    /** Where it starts, from 1. */
    long line();

    /** Its cells. */
    List<String> fields();
}
