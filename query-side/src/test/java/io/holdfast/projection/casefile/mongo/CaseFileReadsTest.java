package io.holdfast.projection.casefile.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.CountedReads;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.casefile.CaseFileProjection;
import io.holdfast.query.SearchCases;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.ContainerNumber;
import io.holdfast.value.Hs6;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseFileReadsTest {
    private static final int PAGE = 21;
    private static final PortCode PORT = new PortCode("2704");

    @Test
    void whatever_is_asked_for_is_read_by_an_index_and_no_further_than_a_few_pages() {
        var container = new ContainerNumber("CSQU3054383");
        var importer = new PartyId("I1");
        var hs6 = new Hs6("293333");
        var after = new ShipmentId("W41-3");
        var mapping = new CaseFileMapping();
        var kept = new Deliveries(new CaseFileProjection()).deliver(Deliveries.projected(Histories.of(41, 1500, 5000)));
        try (var stored = new CountedReads(kept, mapping)) {
            var files = new MongoCaseFiles(stored, mapping);
            for (PortScope scope : List.of(PortScope.all(), PortScope.only(PORT, new PortCode("1101")))) {
                for (SearchCases question : List.of(
                        new SearchCases(scope, null, null, null, null, null, null, PAGE),
                        new SearchCases(scope, null, null, null, null, null, after, PAGE),
                        new SearchCases(scope, container, null, null, null, null, null, PAGE),
                        new SearchCases(scope, null, importer, null, null, null, null, PAGE),
                        new SearchCases(scope, null, null, hs6, null, null, after, PAGE),
                        new SearchCases(scope, null, null, null, Status.HELD, null, after, PAGE),
                        new SearchCases(scope, null, null, null, Status.HELD, PORT, null, PAGE),
                        new SearchCases(scope, null, null, null, null, PORT, after, PAGE))) {
                    assertThat(stored.examinedBy(() -> files.search(question, PAGE)))
                            .as("%s", question)
                            .isLessThanOrEqualTo(10 * PAGE);
                }
            }
            assertThat(stored.examinedBy(() -> files.find(after))).isLessThanOrEqualTo(2);
        }
    }
}
