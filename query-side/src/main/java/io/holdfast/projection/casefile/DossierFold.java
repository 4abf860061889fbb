package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.value.Text;
import java.util.List;
import java.util.TreeSet;

/** Folds what people add to the file: notes, tags, evidence and links. */
final class DossierFold {
    static final Dossier EMPTY = new Dossier(Recent.none(), Recent.none(), List.of(), Recent.none());

    /** Number of notes that are kept; each can have 4,000 characters. */
    static final int NOTES = 20;

    private static final int EVIDENCE = 200;
    private static final int TAGS = 200;
    private static final int LINKS = 200;

    private DossierFold() {}

    static Dossier after(Dossier d, ShipmentEvent event, Act act) {
        return switch (event) {
            case NoteAdded e ->
                new Dossier(
                        d.notes().plus(new Note(e.noteId(), e.text(), act), NOTES), d.evidence(), d.tags(), d.links());
            case EvidenceAttached e ->
                new Dossier(
                        d.notes(),
                        d.evidence().plus(new Exhibit(e.evidenceId(), e.evidence(), act), EVIDENCE),
                        d.tags(),
                        d.links());
            case Tagged e -> new Dossier(d.notes(), d.evidence(), tags(d.tags(), e.tag()), d.links());
            case CasesLinked e ->
                new Dossier(
                        d.notes(),
                        d.evidence(),
                        d.tags(),
                        d.links().plus(new Link(e.other(), e.relation(), act), LINKS));
            default -> d;
        };
    }

    /** Adds a tag, unless it is already there, even in another spelling. */
    private static List<String> tags(List<String> before, String tag) {
        if (before.stream().anyMatch(known -> Text.same(known, tag))) {
            return before;
        }
        var sorted = new TreeSet<>(before);
        sorted.add(tag);
        return sorted.size() > TAGS ? before : List.copyOf(sorted);
    }
}
