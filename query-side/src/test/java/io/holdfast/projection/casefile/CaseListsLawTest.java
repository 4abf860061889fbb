package io.holdfast.projection.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseList;
import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CaseListsLawTest {
    @Property(tries = 40)
    @Label("a list has one item for each event that begins one, in their order, whatever the batches")
    void events(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int batch) {
        List<ProjectedEvent> log = Deliveries.projected(Histories.of(seed, 4, 250));
        assertThat(numbers(items(log, batch))).isEqualTo(begun(log));
    }

    @Property(tries = 40)
    @Label("what the case file shows is the end of the list, item by item")
    void file(@ForAll long seed) {
        agree(Deliveries.projected(Histories.of(seed, 4, 250)));
    }

    @Example
    @Label(
            "what the case file shows is the end of the list, also of what walks seldom have and where it shows the latest only")
    void longHistory() {
        var history = new ArrayList<ShipmentEvent>(OneOfEach.history());
        IntStream.range(0, 300)
                .forEach(n ->
                        history.add(new NoteAdded(OneOfEach.ID, new EntryId("n" + n), "text " + n, OneOfEach.at(60))));
        List<ProjectedEvent> log = Deliveries.projected(history);
        agree(log);
        assertThat(numbers(items(log, 100))).isEqualTo(begun(log));
        assertThat(lists(items(log, 100)).get(OneOfEach.ID).keySet())
                .as("the history has every kind of item")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CaseList.values())
                        .filter(list -> list != CaseList.HISTORY)
                        .toList());
    }

    private static void agree(List<ProjectedEvent> log) {
        var lists = lists(items(log, 50));
        files(log).values().forEach(file -> {
            Map<CaseList, List<Listed>> all = lists.get(file.shipmentId());
            recent(file).forEach((list, recent) -> {
                List<Listed> items = all.getOrDefault(list, List.of());
                assertThat(recent.total()).as("%s", list).isEqualTo(items.size());
                assertThat(items).as("%s", list).endsWith(recent.last().toArray(Listed[]::new));
            });
            assertThat(all.getOrDefault(CaseList.HOLDS, List.of()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(file.activeHolds().stream(), file.pastHolds().last().stream())
                                    .toList());
            assertThat(new TreeSet<>(all.getOrDefault(CaseList.TAGS, List.of()).stream()
                            .map(tag -> ((Tag) tag).tag())
                            .toList()))
                    .containsExactlyElementsOf(file.dossier().tags());
        });
    }

    private static Map<CaseList, Recent<? extends Listed>> recent(CaseFile file) {
        return Map.ofEntries(
                Map.entry(CaseList.EXAMS, file.exams()),
                Map.entry(CaseList.LAB_RESULTS, file.labResults()),
                Map.entry(CaseList.SEIZURES, file.seizures()),
                Map.entry(CaseList.TRANSFERS, file.custody().transfers()),
                Map.entry(CaseList.DISCREPANCIES, file.custody().discrepancies()),
                Map.entry(CaseList.FORFEITURES, file.custody().forfeitures()),
                Map.entry(CaseList.DESTRUCTIONS, file.custody().destructions()),
                Map.entry(CaseList.REMISSIONS, file.custody().remissions()),
                Map.entry(CaseList.REFERRALS, file.referrals()),
                Map.entry(CaseList.ARRESTS, file.arrests()),
                Map.entry(CaseList.RELEASES, file.releases()),
                Map.entry(CaseList.REDELIVERIES, file.redeliveries()),
                Map.entry(CaseList.NOTES, file.dossier().notes()),
                Map.entry(CaseList.EVIDENCE, file.dossier().evidence()),
                Map.entry(CaseList.LINKS, file.dossier().links()),
                Map.entry(CaseList.ASSIGNEES, file.timeWithAssignee()));
    }

    /** The versions of the events that start something, by list, computed without the fold. */
    private static Map<ShipmentId, Map<CaseList, List<Long>>> begun(List<ProjectedEvent> log) {
        var begun = new HashMap<ShipmentId, Map<CaseList, List<Long>>>();
        var tags = new HashMap<ShipmentId, Set<String>>();
        for (ProjectedEvent e : log) {
            var event = (ShipmentEvent) e.payload();
            CaseList list = list(event);
            boolean known = event instanceof Tagged t
                    && !tags.computeIfAbsent(t.shipmentId(), _ -> new TreeSet<>())
                            .add(t.tag());
            if (list != null && !known) {
                begun.computeIfAbsent(event.shipmentId(), _ -> new EnumMap<>(CaseList.class))
                        .computeIfAbsent(list, _ -> new ArrayList<>())
                        .add(e.version());
            }
        }
        return begun;
    }

    private static CaseList list(ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted _, ShipmentCleared _ -> CaseList.SELECTIONS;
            case HoldPlaced _ -> CaseList.HOLDS;
            case ExamOrdered _ -> CaseList.EXAMS;
            case ExamResultCorrected _ -> CaseList.CORRECTIONS;
            case LabResultRecorded _ -> CaseList.LAB_RESULTS;
            case SeizureRequested _ -> CaseList.SEIZURES;
            case CustodyTransferred _ -> CaseList.TRANSFERS;
            case CustodyDiscrepancyFound _ -> CaseList.DISCREPANCIES;
            case GoodsForfeited _ -> CaseList.FORFEITURES;
            case GoodsDestroyed _ -> CaseList.DESTRUCTIONS;
            case GoodsRemitted _ -> CaseList.REMISSIONS;
            case ReferredForProsecution _ -> CaseList.REFERRALS;
            case ArrestRecorded _ -> CaseList.ARRESTS;
            case ShipmentReleased _ -> CaseList.RELEASES;
            case RedeliveryDemanded _ -> CaseList.REDELIVERIES;
            case ShipmentDetained _ -> CaseList.DETENTIONS;
            case ClockBreached e -> e.clock() == LegalClock.DETENTION_DECISION ? CaseList.DETENTIONS : null;
            case DetentionNoticeIssued _ -> CaseList.NOTICES;
            case NoteAdded _ -> CaseList.NOTES;
            case EvidenceAttached _ -> CaseList.EVIDENCE;
            case Tagged _ -> CaseList.TAGS;
            case CasesLinked _ -> CaseList.LINKS;
            case Claimed _, Reassigned _ -> CaseList.ASSIGNEES;
            default -> null;
        };
    }

    private static Map<ShipmentId, Map<CaseList, List<Long>>> numbers(List<CaseItem> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        CaseItem::shipment,
                        Collectors.groupingBy(
                                CaseItem::list, Collectors.mapping(CaseItem::number, Collectors.toList()))));
    }

    private static Map<ShipmentId, Map<CaseList, List<Listed>>> lists(List<CaseItem> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        CaseItem::shipment,
                        Collectors.groupingBy(
                                CaseItem::list, Collectors.mapping(CaseItem::item, Collectors.toList()))));
    }

    /** In the order in which lists return them. */
    private static List<CaseItem> items(List<ProjectedEvent> log, int batch) {
        var kept = new Deliveries(new CaseListsProjection());
        for (int i = 0; i < log.size(); i += batch) {
            kept.deliver(log.subList(i, Math.min(i + batch, log.size())));
        }
        return kept.documents().get(CaseListsProjection.ITEMS.name()).values().stream()
                .map(CaseItem.class::cast)
                .sorted(Comparator.comparing(CaseItem::number))
                .toList();
    }

    private static Map<ShipmentId, CaseFile> files(List<ProjectedEvent> log) {
        var files = new LinkedHashMap<ShipmentId, CaseFile>();
        new Deliveries(new CaseFileProjection())
                .deliver(log)
                .documents()
                .getOrDefault(CaseFileProjection.FILES.name(), Map.of())
                .values()
                .forEach(file -> files.put(((CaseFile) file).shipmentId(), (CaseFile) file));
        return files;
    }
}
