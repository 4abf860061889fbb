package io.holdfast.projection.casefile.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.answer.mongo.RoundTrips;
import io.holdfast.projection.casefile.CaseFileProjection;
import io.holdfast.projection.support.LiveAndRebuilt;
import io.holdfast.projection.support.ProjectionHarness;
import io.holdfast.query.CaseFile;
import io.holdfast.query.SearchCases;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.ContainerNumber;
import io.holdfast.value.Hs6;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoCaseFilesTest {
    private static final List<ShipmentEvent> WALKS = Histories.of(11, 40, 600);
    private static ProjectionHarness harness;
    private static MongoCaseFiles files;

    @BeforeAll
    static void fold() {
        var mapping = new CaseFileMapping();
        harness = ProjectionHarness.of(new CaseFileProjection(), mapping)
                .given(WALKS)
                .given(OneOfEach.history())
                .caughtUp();
        files = new MongoCaseFiles(harness.readModels(), mapping);
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @Test
    void a_file_comes_back_as_it_was_written() {
        RoundTrips.check(new CaseFileProjection(), new CaseFileMapping());
    }

    @Test
    void a_rebuild_makes_the_same_files() {
        LiveAndRebuilt.assertEqual(harness);
    }

    @Test
    void the_version_is_the_number_of_events_and_history_names_them() {
        CaseFile file = files.find(OneOfEach.ID).orElseThrow();
        assertThat(file.version()).isEqualTo(OneOfEach.history().size());
        assertThat(file.history().last().getFirst().event()).isEqualTo("shipment.cleared");
        assertThat(file.history().last().getFirst().by()).isEqualTo("tester");
        assertThat(files.find(new ShipmentId("unknown"))).isEmpty();
    }

    @Test
    void a_case_is_found_by_container_importer_and_commodity() {
        var container = new ContainerNumber("CSQU3054383");
        var importer = new PartyId("I1");
        assertThat(ids(new SearchCases(PortScope.all(), container, null, null, null, null, null, 10)))
                .containsExactly("R-17");
        assertThat(ids(new SearchCases(PortScope.all(), null, importer, null, null, null, null, 10)))
                .containsExactly("R-17");
        assertThat(ids(new SearchCases(
                        PortScope.all(), container, importer, new Hs6("293333"), Status.SEIZED, null, null, 10)))
                .containsExactly("R-17");
    }

    @Test
    void pages_follow_one_another_without_gap_or_overlap() {
        List<String> all = ids(search(PortScope.all(), null, null, null, 1000));
        String after = null;
        var paged = new java.util.ArrayList<String>();
        List<String> page;
        do {
            page = ids(search(PortScope.all(), null, null, after, 7));
            paged.addAll(page);
            after = page.isEmpty() ? null : page.getLast();
        } while (after != null);
        assertThat(paged).isEqualTo(all).isSorted().hasSizeGreaterThan(20);
    }

    @Test
    void scope_port_and_status_leave_what_they_name() {
        PortScope two = PortScope.only(new PortCode("2704"), new PortCode("1101"));
        assertThat(files.search(search(two, null, null, null, 1000), 1000))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(two.includes(file.port())).isTrue());
        CaseFile some = files.search(search(two, new PortCode("1101"), null, null, 1), 1)
                .getFirst();
        assertThat(files.search(search(two, some.port(), some.status(), null, 1000), 1000))
                .contains(some)
                .allSatisfy(
                        file -> assertThat(file.port().value() + file.status()).isEqualTo("1101" + some.status()));
        assertThat(files.search(search(two, new PortCode("2304"), null, null, 10), 10))
                .isEmpty();
        assertThat(files.search(search(PortScope.only(), null, null, null, 10), 10))
                .isEmpty();
    }

    private static SearchCases search(
            PortScope scope, @Nullable PortCode port, @Nullable Status status, @Nullable String after, int limit) {
        return new SearchCases(
                scope, null, null, null, status, port, after == null ? null : new ShipmentId(after), limit);
    }

    private static List<String> ids(SearchCases question) {
        return files.search(question, question.limit()).stream()
                .map(file -> file.shipmentId().value())
                .toList();
    }
}
