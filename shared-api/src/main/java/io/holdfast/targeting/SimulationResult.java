package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have selected out of the declarations of a period, beside what the active version makes of the same ones
 * today. A shipment that was never examined is unknown, never innocent.
 *
 * @param from first day of declaration
 * @param to last day of declaration
 * @param against the version that was active when it was simulated
 * @param declarations how many were screened
 * @param knownHits among them those with which an examination found something, whoever selects them
 * @param draft what the draft selects
 * @param active what the active version selects
 * @param change from the one to the other
 * @param ports what it asks of each port, in the order of their codes; at most {@value #MAX_PORTS}, the first that were met
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
    /** The most ports that are kept. */
    public static final int MAX_PORTS = 2000;
    /** The most numbers of examinations on a day that are kept. */
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
     * What one of the two selects.
     *
     * @param byRules at or above the threshold
     * @param atRandom drawn below it
     * @param hits with which an examination found something
     * @param innocent with which an examination found nothing
     * @param pending whose outcome is awaited
     * @param unknown which nobody ever examined
     * @param innocentHours hours for which the innocent ones were held
     * @param failed the rules that could not be evaluated for some declarations and counted there as not fired; empty in events
     *     of before they were recorded
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
        /** @throws io.holdfast.value.InvalidValueException for hours that are not a number */
        public Selected {
            Check.finite(innocentHours, "innocentHours");
            failed = Check.atMost(failed, "failed", RuleSet.MAX_RULES);
        }
    }

    /**
     * What changes from the active version to the draft.
     *
     * @param hitsKept known hits that both select
     * @param hitsLost known hits that only the active version selects
     * @param hitsGained known hits that only the draft selects
     * @param newUnknown selected by the draft alone, and never examined
     * @param newPending selected by the draft alone, the outcome awaited
     * @param innocentSpared known innocent ones that only the active version selects
     * @param innocentAdded known innocent ones that only the draft selects
     * @param hoursSaved hours for which the spared ones were held
     * @param hoursAdded hours for which the added ones were held
     * @param hoursAddedAtMost as well as that, were all of {@code newUnknown} innocent and held as long as innocent ones were on average
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
        /** @throws io.holdfast.value.InvalidValueException for hours that are not a number */
        public Change {
            Check.finite(hoursSaved, "hoursSaved");
            Check.finite(hoursAdded, "hoursAdded");
            Check.finite(hoursAddedAtMost, "hoursAddedAtMost");
        }
    }

    /**
     * What is asked of a port.
     *
     * @param port which port
     * @param capacity examinations that the draft says it can do in a day; unlimited when absent
     * @param draft what the draft asks
     * @param active what the active version asks
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
     * Examinations at a port.
     *
     * @param examinations in the whole period
     * @param peak on the busiest day
     * @param peakOn that day, the first of several; absent without any examination
     * @param daysAbove days on which they exceed the capacity
     * @param aboveCapacity by how many altogether
     * @param perDay on each day from the first of the period on; empty when all ports and days together are more than
     *     {@value #MAX_PORT_DAYS}
     */
    public record Load(
            long examinations,
            int peak,
            @Nullable LocalDate peakOn,
            int daysAbove,
            long aboveCapacity,
            List<Integer> perDay) {
        /** @throws io.holdfast.value.InvalidValueException for more days than are kept */
        public Load {
            perDay = Check.atMost(perDay, "perDay", MAX_PORT_DAYS);
        }
    }
}
