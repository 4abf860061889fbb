package io.holdfast.projection.casefile.web;

import io.holdfast.query.CaseList;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A case has no list of that name. */
final class NoSuchListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchListException() {
        super("There is no such list; there are "
                + Arrays.stream(CaseList.values())
                        .map(CaseListController::written)
                        .collect(Collectors.joining(", ")));
    }
}
