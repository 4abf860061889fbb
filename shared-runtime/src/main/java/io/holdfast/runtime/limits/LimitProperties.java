package io.holdfast.runtime.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may, and how much at once, on each node.
 *
 * @param intake requests that bring declarations in; the rows of a stream do not count
 * @param failedLogins credentials that do not hold
 * @param requests requests that are worked on at the same time
 */
@ConfigurationProperties("holdfast.limits")
public record LimitProperties(
        @DefaultValue Intake intake,
        @DefaultValue FailedLogins failedLogins,
        @DefaultValue Requests requests) {
    /**
     * Requests that bring declarations in.
     *
     * @param perCaller of one caller in {@code per}
     * @param perAddress of one network address in {@code per}
     */
    public record Intake(
            @DefaultValue("12000") int perCaller,
            @DefaultValue("24000") int perAddress,
            @DefaultValue("1m") Duration per) {}

    /**
     * Credentials that do not hold.
     *
     * @param perName of one name from one address in {@code per}; the name stays welcome from any other
     * @param perAddress of one network address in {@code per}
     */
    public record FailedLogins(
            @DefaultValue("10") int perName,
            @DefaultValue("100") int perAddress,
            @DefaultValue("5m") Duration per) {}

    /**
     * Requests that are worked on at the same time; streams of events are not counted.
     *
     * @param atOnce in all; half as many of one caller
     * @param patience how long a request waits for a place
     */
    public record Requests(
            @DefaultValue("256") int atOnce,
            @DefaultValue("1s") Duration patience) {}
}
