package io.holdfast.runtime.securitylog;

import io.holdfast.query.SearchSecurityLog;
import io.holdfast.query.SearchSecurityLog.Entry;
import java.util.List;

/** Where the entries of the security log are kept. None is ever changed or removed. */
public interface SecurityEntries {
    /** Keeps all of them; those that are kept already stay as they are, so that a failed call can be repeated. */
    void append(List<Entry> entries);

    /** Those within the filters, in the order asked for, at most {@code limit}. */
    List<Entry> search(SearchSecurityLog question, int limit);
}
