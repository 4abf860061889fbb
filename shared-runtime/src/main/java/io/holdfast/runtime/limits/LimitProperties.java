package io.holdfast.runtime.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rate and concurrency limits, per node.
 *
 * @param intake requests that submit declarations; the rows of a stream do not count
 * @param failedLogins failed authentication attempts
 * @param requests requests in progress at the same time
 */
@ConfigurationProperties("holdfast.limits")
public record LimitProperties(
        @DefaultValue Intake intake,
        @DefaultValue FailedLogins failedLogins,
        @DefaultValue Requests requests) {
    /**
     * Limits on requests that submit declarations.
     *
     * @param perCaller requests of one caller in the time {@code per}
     * @param perAddress requests from one network address in the time {@code per}
     */
    public record Intake(
            @DefaultValue("12000") int perCaller,
            @DefaultValue("24000") int perAddress,
            @DefaultValue("1m") Duration per) {}

    /**
     * Limits on failed authentication attempts.
     *
     * @param perName attempts for one name from one address in the time {@code per}; from other addresses the name can
     *     still log in
     * @param perAddress attempts from one network address in the time {@code per}
     */
    public record FailedLogins(
            @DefaultValue("10") int perName,
            @DefaultValue("100") int perAddress,
            @DefaultValue("5m") Duration per) {}

    /**
     * Limits on requests in progress at the same time; streams of events are not counted.
     *
     * @param atOnce the most in total; a single caller may have half of them
     * @param patience how long a request waits for a free slot
     */
    public record Requests(
            @DefaultValue("256") int atOnce,
            @DefaultValue("1s") Duration patience) {}
}
