package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.Finding;
import java.util.stream.Stream;

/** A seizure rests on something found: by an exam as its result stands now, or by a laboratory. */
final class SeizureGrounds {
    private SeizureGrounds() {}

    static boolean in(Dossier dossier) {
        return Stream.concat(dossier.exams().findings(), dossier.laboratory().stream())
                .anyMatch(Finding::supportsSeizure);
    }
}
