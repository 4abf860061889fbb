package io.holdfast.projection.outcomes.web;

import io.holdfast.projection.answer.Table.Column;
import io.holdfast.query.FindOutcomes.Basis;
import io.holdfast.query.LabelledShipment;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV columns of a labelled shipment; declared attributes are JSON within a cell. */
final class FeedColumns {
    private static final List<Column<LabelledShipment>> FACTS = List.of(
            fact("shipmentId", Declaration::shipmentId),
            fact("declaredOn", Declaration::declaredOn),
            fact("port", Declaration::port),
            fact("transportMode", Declaration::transportMode),
            fact("declarant", Declaration::declarant),
            fact("importer", Declaration::importer),
            fact("seller", Declaration::seller),
            fact("courier", Declaration::courier),
            fact("hs6", Declaration::hs6),
            fact("countryOfDeparture", Declaration::countryOfDeparture),
            fact("countryOfOrigin", Declaration::countryOfOrigin),
            fact("netMass.amount", d -> d.netMass() == null ? null : d.netMass().amount()),
            fact("netMass.unit", d -> d.netMass() == null ? null : d.netMass().unit()),
            fact("value.amount", d -> d.value() == null ? null : d.value().amount()),
            fact("value.currency", d -> d.value() == null ? null : d.value().currency()),
            fact("taxRate", Declaration::taxRate),
            fact("containerNumber", Declaration::containerNumber),
            fact("carrier", Declaration::carrier),
            fact("placeOfLading", Declaration::placeOfLading),
            fact("description", Declaration::description),
            fact(
                    "attributes",
                    d -> d.attributes().isEmpty() ? null : LanguageJson.mapper().writeValueAsString(d.attributes())));

    private static final List<Column<LabelledShipment>> DECISION_AND_OUTCOME = List.of(
            new Column<>("selectedAt", LabelledShipment::selectedAt),
            new Column<>("basis", row -> row.basis() == null ? Basis.CLEARED : row.basis()),
            new Column<>("recalled", LabelledShipment::recalled),
            new Column<>("propensity", LabelledShipment::propensity),
            new Column<>("score", LabelledShipment::score),
            new Column<>(
                    "ruleSet.version",
                    row -> row.ruleSet() == null ? null : row.ruleSet().version()),
            new Column<>(
                    "ruleSet.contentHash",
                    row -> row.ruleSet() == null ? null : row.ruleSet().contentHash()),
            new Column<>("fired", row -> names(row.fired())),
            new Column<>("outcome", LabelledShipment::outcome),
            new Column<>("certainty", LabelledShipment::certainty),
            new Column<>("examinedAt", LabelledShipment::examinedAt),
            new Column<>("exams", LabelledShipment::exams),
            new Column<>("hoursExamined", LabelledShipment::hoursExamined),
            new Column<>("hoursHeld", LabelledShipment::hoursHeld),
            new Column<>("released", LabelledShipment::released),
            new Column<>("failed", row -> names(row.failed())));

    static final List<Column<LabelledShipment>> ALL = all();

    private FeedColumns() {}

    private static String names(List<RuleId> rules) {
        return rules.stream().map(RuleId::value).collect(Collectors.joining(" "));
    }

    private static List<Column<LabelledShipment>> all() {
        var columns = new ArrayList<Column<LabelledShipment>>();
        columns.add(new Column<>("position", LabelledShipment::position));
        columns.addAll(FACTS);
        columns.addAll(DECISION_AND_OUTCOME);
        return List.copyOf(columns);
    }

    private static Column<LabelledShipment> fact(String name, Function<Declaration, @Nullable Object> of) {
        return new Column<>(name, row -> of.apply(row.declaration()));
    }
}
