package io.holdfast.runtime.securitylog;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is recorded, and how many entries may be queued.
 *
 * @param reads which successful reads of cases are recorded
 * @param paths path patterns of controllers whose successful GET and HEAD requests are reads of cases
 * @param waiting the most entries that may wait for the database; more are dropped and counted
 */
@ConfigurationProperties("holdfast.security-log")
record SecurityLogProperties(
        @DefaultValue("ALL") Reads reads,

        @DefaultValue({
            "/api/v1/shipments/{id}",
            "/api/v1/shipments/{id}/diff",
            "/api/v1/shipments/{id}/lists/{list}",
            "/api/v1/shipments/{id}/audit",
            "/api/v1/shipments/{id}/bundle",
            "/api/v1/shipments/{id}/evidence/{evidenceId}"
        })
        List<String> paths,

        @DefaultValue("10000") int waiting) {
    SecurityLogProperties {
        paths = List.copyOf(paths);
    }

    /** Which reads are recorded. */
    enum Reads {
        NONE,
        /**
         * Files of cases that were seized, or selected or held on intelligence; and every answer that shows more than a
         * case file.
         */
        SENSITIVE,
        ALL
    }
}
