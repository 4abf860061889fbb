package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.Finding;
import io.holdfast.shipment.state.CaseDetails;
import java.util.stream.Stream;

/** Policy: a seizure needs a finding, either by an exam, as its result stands now, or by a laboratory. */
final class SeizureGrounds {
    private SeizureGrounds() {}

    static boolean in(CaseDetails details) {
        return Stream.concat(details.exams().findings(), details.laboratory().stream())
                .anyMatch(Finding::supportsSeizure);
    }
}
