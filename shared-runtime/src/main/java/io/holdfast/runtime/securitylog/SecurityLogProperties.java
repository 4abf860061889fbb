package io.holdfast.runtime.securitylog;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is recorded, and how much may wait.
 *
 * @param reads which answered reads of cases are recorded
 * @param paths path patterns of controllers whose answered GET and HEAD requests are reads of cases
 * @param waiting so many entries may wait for the database; more are dropped and counted
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

    /** Which reads. */
    enum Reads {
        NONE,
        /** Files of cases that were seized, selected on intelligence or held on it; and all that shows more than a case file. */
        SENSITIVE,
        ALL
    }
}
