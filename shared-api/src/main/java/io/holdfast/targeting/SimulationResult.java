package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have selected from the declarations of a period, compared with what the active version would
 * select from them today. A shipment that was never examined counts as unknown, never as innocent.
 *
 * @param from first day of declaration
 * @param to last day of declaration
 * @param against the version that was active at the time of the simulation
 * @param declarations the number of declarations screened
 * @param knownHits how many of these had a positive exam finding, whether or not either version selects them
 * @param draft what the draft selects
 * @param active what the active version selects
 * @param change the difference between the two
 * @param ports the load on each port, sorted by port code; at most {@value #MAX_PORTS}, the first ones encountered
 */
public record SimulationResult(
        LocalDate from,
        LocalDate to,
        RuleSetRef against,
        long declarations,
        long knownHits,
        Selected draft,
        Selected active,
        Change change,
        List<PortLoad> ports) {
    /** The maximum number of ports in a result. */
    public static final int MAX_PORTS = 2000;
    /** The maximum number of daily exam counts in a result. */
    public static final int MAX_PORT_DAYS = 100_000;

    /** @throws io.holdfast.value.InvalidValueException for a missing part */
    public SimulationResult {
        Check.present(from, "from");
        Check.present(to, "to");
        Check.present(against, "against");
        Check.present(draft, "draft");
        Check.present(active, "active");
        Check.present(change, "change");
        ports = Check.atMost(ports, "ports", MAX_PORTS);
    }

    /**
     * What the draft or the active version selects.
     *
     * @param byRules shipments at or above the threshold
     * @param atRandom shipments drawn at random below it
     * @param hits shipments with a positive exam finding
     * @param innocent shipments whose exams found nothing
     * @param pending shipments whose outcome is still awaited
     * @param unknown shipments that were never examined
     * @param innocentHours total hours that the innocent ones were held
     * @param failed the rules that could not be evaluated for some declarations and counted there as not fired; empty
     *     in events from before failures were recorded
     */
    public record Selected(
            long byRules,
            long atRandom,
            long hits,
            long innocent,
            long pending,
            long unknown,
            double innocentHours,
            List<RuleFailures> failed) {
        /** @throws io.holdfast.value.InvalidValueException if the hours are not a finite number */
        public Selected {
            Check.finite(innocentHours, "innocentHours");
            failed = Check.atMost(failed, "failed", RuleSet.MAX_RULES);
        }
    }

    /**
     * The change from the active version to the draft.
     *
     * @param hitsKept known hits that both select
     * @param hitsLost known hits that only the active version selects
     * @param hitsGained known hits that only the draft selects
     * @param newUnknown selected by the draft alone and never examined
     * @param newPending selected by the draft alone, with the outcome still awaited
     * @param innocentSpared known innocent shipments that only the active version selects
     * @param innocentAdded known innocent shipments that only the draft selects
     * @param hoursSaved total hours that the spared ones were held
     * @param hoursAdded total hours that the added ones were held
     * @param hoursAddedAtMost the same if all of {@code newUnknown} were innocent too, and held as long as innocent
     *     ones were on average
     */
    public record Change(
            long hitsKept,
            long hitsLost,
            long hitsGained,
            long newUnknown,
            long newPending,
            long innocentSpared,
            long innocentAdded,
            double hoursSaved,
            double hoursAdded,
            double hoursAddedAtMost) {
        /** @throws io.holdfast.value.InvalidValueException if the hours are not a finite number */
        public Change {
            Check.finite(hoursSaved, "hoursSaved");
            Check.finite(hoursAdded, "hoursAdded");
            Check.finite(hoursAddedAtMost, "hoursAddedAtMost");
        }
    }

    /**
     * The exam load on one port.
     *
     * @param port the port
     * @param capacity the exams per day that the draft gives as the port's capacity; absent for no limit
     * @param draft the load from the draft
     * @param active the load from the active version
     */
    public record PortLoad(PortCode port, @Nullable Integer capacity, Load draft, Load active) {
        /** @throws io.holdfast.value.InvalidValueException for a missing part */
        public PortLoad {
            Check.present(port, "port");
            Check.present(draft, "draft");
            Check.present(active, "active");
        }
    }

    /**
     * The exams at one port.
     *
     * @param examinations total in the period
     * @param peak the number on the busiest day
     * @param peakOn the busiest day, the first if there are several; absent if there are no exams
     * @param daysAbove the number of days above capacity
     * @param aboveCapacity the total number of exams above capacity
     * @param perDay the number on each day of the period, in order; empty when all ports and days together exceed
     *     {@value #MAX_PORT_DAYS}
     */
    public record Load(
            long examinations,
            int peak,
            @Nullable LocalDate peakOn,
            int daysAbove,
            long aboveCapacity,
            List<Integer> perDay) {
        /** @throws io.holdfast.value.InvalidValueException if there are more days than the maximum */
        public Load {
            perDay = Check.atMost(perDay, "perDay", MAX_PORT_DAYS);
        }
    }
}
