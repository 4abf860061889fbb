package io.holdfast.projection.securitylog;

import io.holdfast.query.SearchSecurityLog;
import io.holdfast.query.SearchSecurityLog.Entry;
import io.holdfast.query.SearchSecurityLog.Page;
import io.holdfast.runtime.securitylog.SecurityEntries;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers queries about the security log. */
@Component
class SecurityLogQueries {
    private final SecurityEntries entries;

    SecurityLogQueries(SecurityEntries entries) {
        this.entries = entries;
    }

    @QueryHandler
    Page answer(SearchSecurityLog question) {
        List<Entry> found = entries.search(question, question.limit() + 1);
        boolean more = found.size() > question.limit();
        List<Entry> items = more ? found.subList(0, question.limit()) : found;
        return new Page(items, more ? items.getLast().id() : null);
    }
}
