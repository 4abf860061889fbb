package io.holdfast.projection.casefile;

import io.holdfast.query.ReadCaseList;

/** Where the lists of cases are read from. */
public interface CaseLists {
    /**
     * A page of a list, whatever the port of the case.
     *
     * @param question about any list but the history
     */
    ReadCaseList.Page page(ReadCaseList question);
}
