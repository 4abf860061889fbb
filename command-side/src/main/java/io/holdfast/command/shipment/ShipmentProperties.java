package io.holdfast.command.shipment;

import io.holdfast.command.shipment.domain.CustodyTolerance;
import io.holdfast.command.shipment.domain.LegalPeriods;
import io.holdfast.command.shipment.domain.Policies;
import io.holdfast.command.shipment.domain.RedeliveryPeriod;
import io.holdfast.command.shipment.domain.SnoozeLimit;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that an administration chooses for itself.
 *
 * @param redeliveryPeriod how long after its release a shipment can be called back
 * @param custodyTolerancePercent by how much two weighings of the same goods may differ
 * @param snoozeLimit how long a case can be hidden from the queues
 * @param cachedCases how many cases are kept in memory, to avoid reading their events again; a few kilobytes each
 */
@ConfigurationProperties("holdfast.shipment")
record ShipmentProperties(
        @DefaultValue("30d") Duration redeliveryPeriod,
        @DefaultValue("1") BigDecimal custodyTolerancePercent,
        @DefaultValue("30d") Duration snoozeLimit,
        @DefaultValue("2000") int cachedCases) {

    Policies policies(LegalPeriods legal) {
        return new Policies(
                new RedeliveryPeriod(redeliveryPeriod),
                new CustodyTolerance(custodyTolerancePercent),
                new SnoozeLimit(snoozeLimit),
                legal);
    }
}
