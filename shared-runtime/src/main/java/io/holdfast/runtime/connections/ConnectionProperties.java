package io.holdfast.runtime.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a client may keep a connection waiting. The number of connections is limited by
 * {@code server.tomcat.max-connections}.
 *
 * @param headerTime the most time for a header, from its first bytes to its end
 * @param patience how long to wait for a body, or for an answer to be read, before the pace is checked
 * @param bytesPerSecond the slowest acceptable pace after that
 */
@ConfigurationProperties("holdfast.connections")
record ConnectionProperties(
        @DefaultValue("20s") Duration headerTime,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("100") long bytesPerSecond) {}
