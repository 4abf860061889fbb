package io.holdfast.runtime.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a connection may make us wait. How many there may be is {@code server.tomcat.max-connections}.
 *
 * @param headerTime for a header, from its first piece to its end
 * @param patience how long a body is waited for, or an answer to be read, before the pace matters
 * @param bytesPerSecond the slowest pace from then on
 */
@ConfigurationProperties("holdfast.connections")
record ConnectionProperties(
        @DefaultValue("20s") Duration headerTime,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("100") long bytesPerSecond) {}
