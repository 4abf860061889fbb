package io.holdfast.projection.audittrail;

import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries to which later entries can refer.
 *
 * @param versions the version of the entry, by what it began, such as {@code hold/h1}
 */
public record References(Map<String, Long> versions) {
    static final References NONE = new References(Map.of());
    private static final String CUSTODY = "custody";

    public References {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** The version of the entry that this event ends, decides, answers or corrects; absent if there is none. */
    @Nullable Long of(ShipmentEvent event) {
        String key = switch (event) {
            case HoldRemoved e -> hold(e.holdId().value());
            case ExamStarted e -> exam(e.examId().value());
            case ExamCompleted e -> exam(e.examId().value());
            case ExamWaived e -> exam(e.examId().value());
            case ExamResultCorrected e -> result(e.examId().value());
            case LabResultRecorded e -> sample(e.sampleId().value());
            case ShipmentSeized e -> request(e.requestId().value());
            case SeizureRejected e -> request(e.requestId().value());
            case RedeliveryApproved e -> demand(e.demandId().value());
            case CustodyDiscrepancyFound _ -> CUSTODY;
            default -> "";
        };
        return versions.get(key);
    }

    References after(ShipmentEvent event, long version) {
        var next = new TreeMap<>(versions);
        switch (event) {
            case HoldPlaced e -> next.put(hold(e.holdId().value()), version);
            case HoldRemoved e -> next.remove(hold(e.holdId().value()));
            case ExamOrdered e -> next.put(exam(e.examId().value()), version);
            case ExamCompleted e -> {
                next.put(result(e.examId().value()), version);
                e.result().samples().forEach(sample -> next.putIfAbsent(sample(sample.value()), version));
            }
            case ExamResultCorrected e -> {
                next.put(result(e.examId().value()), version);
                e.result().samples().forEach(sample -> next.putIfAbsent(sample(sample.value()), version));
                // A sample that the correction removed from the result can get no laboratory report any more.
                e.corrected().samples().stream()
                        .filter(sample -> !e.result().samples().contains(sample))
                        .forEach(sample -> next.remove(sample(sample.value())));
            }
            case SeizureRequested e -> next.put(request(e.requestId().value()), version);
            case ShipmentSeized e -> {
                next.remove(request(e.requestId().value()));
                next.put(CUSTODY, version);
            }
            case SeizureRejected e -> next.remove(request(e.requestId().value()));
            case CustodyTransferred _, GoodsDestroyed _ -> next.put(CUSTODY, version);
            case RedeliveryDemanded e -> next.put(demand(e.demandId().value()), version);
            case RedeliveryApproved e -> next.remove(demand(e.demandId().value()));
            default -> {}
        }
        return new References(next);
    }

    private static String hold(String id) {
        return "hold/" + id;
    }

    private static String exam(String id) {
        return "exam/" + id;
    }

    private static String result(String id) {
        return "result/" + id;
    }

    private static String sample(String id) {
        return "sample/" + id;
    }

    private static String request(String id) {
        return "request/" + id;
    }

    private static String demand(String id) {
        return "demand/" + id;
    }
}
