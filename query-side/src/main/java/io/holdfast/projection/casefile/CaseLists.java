package io.holdfast.projection.casefile;

import io.holdfast.query.ReadCaseList;

/** Reads the lists of cases. */
public interface CaseLists {
    /**
     * A page of a list, whatever the port of the case.
     *
     * @param question about any list except the history
     */
    ReadCaseList.Page page(ReadCaseList question);
}
