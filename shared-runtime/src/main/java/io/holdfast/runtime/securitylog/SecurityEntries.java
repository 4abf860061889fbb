package io.holdfast.runtime.securitylog;

import io.holdfast.query.SearchSecurityLog;
import io.holdfast.query.SearchSecurityLog.Entry;
import java.util.List;

/** The store of the security log. Entries are never changed or removed. */
public interface SecurityEntries {
    /** Stores all entries; those stored already stay as they are, so that a failed call can be repeated. */
    void append(List<Entry> entries);

    /** The matching entries, in the requested order, at most {@code limit}. */
    List<Entry> search(SearchSecurityLog question, int limit);
}
