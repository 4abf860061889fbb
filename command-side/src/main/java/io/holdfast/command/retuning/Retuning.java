package io.holdfast.command.retuning;

import io.holdfast.shipment.declaration.ProfileField;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to retune: what to fit, and on which outcomes.
 *
 * @param from the first day whose outcomes count
 * @param to the last day; the threshold is fitted to the traffic of the last {@value #TRAFFIC_DAYS} days up to it
 * @param capacityShare the share (above 0, at most 0.5) of all shipments that can be examined; null when
 *     {@code capacity} gives it by port and day
 * @param capacity what each port can examine in a day; null when {@code capacityShare} is given
 * @param randomPart the part (0 to 0.9) of the exams that is drawn at random among shipments that nothing else selects
 * @param fields the fields by which tables may group shipments, at most 24; {@link #USUAL_FIELDS} and the declared
 *     attributes when null
 */
public record Retuning(
        LocalDate from,
        LocalDate to,
        @Nullable Double capacityShare,
        @Nullable ExamCapacity capacity,
        double randomPart,
        @Nullable List<String> fields) {
    /** The threshold is fitted to the traffic of this many days. */
    public static final int TRAFFIC_DAYS = 28;
    /** By default one exam in ten goes to a shipment that nothing selects. */
    public static final double USUAL_RANDOM_PART = 0.1;
    /** The fields that are tried unless the caller names some. */
    public static final List<String> USUAL_FIELDS = List.of(
            "hs6",
            "hs4",
            "hs2",
            "countryOfDeparture",
            "countryOfOrigin",
            "taxRateBand",
            "valueBand",
            "netMassBand",
            "valuePerKgBand",
            "transportMode",
            "port",
            "importer",
            "seller",
            "declarant",
            "courier");

    private static final int MAX_FIELDS = 24;

    /**
     * @throws InvalidValueException for days in the wrong order, both or neither capacity, or any value out of bounds
     */
    public Retuning {
        Check.present(from, "from");
        Check.present(to, "to");
        if (to.isBefore(from)) {
            throw new InvalidValueException("to", "must not be before from");
        }
        if ((capacityShare == null) == (capacity == null)) {
            throw new InvalidValueException("capacityShare", "or capacity is required, and not both");
        }
        if (capacityShare != null && !(capacityShare > 0 && capacityShare <= 0.5)) {
            throw new InvalidValueException("capacityShare", "must be above 0 and at most 0.5");
        }
        if (capacity != null && capacity.perDay() == null) {
            throw new InvalidValueException("capacity.perDay", "is required: of ports that are not named");
        }
        if (!(randomPart >= 0 && randomPart <= 0.9)) {
            throw new InvalidValueException("randomPart", "must be between 0 and 0.9");
        }
        if (fields != null) {
            fields = Check.notEmpty(fields, "fields", MAX_FIELDS);
            fields.forEach(ProfileField::named);
        }
    }

    /** The first day of the traffic that the threshold is fitted to. */
    LocalDate trafficFrom() {
        LocalDate recent = to.minusDays(TRAFFIC_DAYS - 1L);
        return recent.isBefore(from) ? from : recent;
    }
}
