package io.holdfast.command.retuning;

import io.holdfast.command.retuning.fit.Example;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ProfileField;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The known outcomes of a period, as examples with the fields of the fit. */
final class Examples {
    private static final int MAX_ATTRIBUTES = 9;

    private final List<LabelledShipment> known;
    private final List<ProfileField> fields;

    /**
     * @param examined the examined shipments; those without a decided outcome are left out
     * @param names the fields; when null, the usual ones and the attributes that were declared
     */
    Examples(List<LabelledShipment> examined, @Nullable List<String> names) {
        this.known = examined.stream().filter(Examples::counts).toList();
        this.fields = (names == null ? usual(known) : names)
                .stream().distinct().map(ProfileField::named).toList();
    }

    /** A recalled shipment is not part of any sample, and neither is one without a propensity. */
    private static boolean counts(LabelledShipment shipment) {
        return shipment.decided() && !shipment.recalled() && shipment.propensity() > 0;
    }

    private static List<String> usual(List<LabelledShipment> known) {
        var attributes = new TreeSet<String>();
        known.forEach(shipment ->
                attributes.addAll(shipment.declaration().attributes().keySet()));
        var names = new ArrayList<>(Retuning.USUAL_FIELDS);
        attributes.stream().limit(MAX_ATTRIBUTES).forEach(name -> names.add("attributes." + name));
        return names;
    }

    List<String> fields() {
        return fields.stream().map(ProfileField::name).toList();
    }

    List<Example> all() {
        return known.stream().map(this::example).toList();
    }

    int positive() {
        return (int) known.stream()
                .filter(shipment -> shipment.outcome() == Outcome.POSITIVE)
                .count();
    }

    int atRandom() {
        return (int) known.stream()
                .filter(shipment -> shipment.basis() == SelectionBasis.RANDOM)
                .count();
    }

    /** The values of the fields, in their order. */
    List<String> facts(Declaration declaration) {
        return fields.stream().map(field -> field.of(declaration)).toList();
    }

    /** The shipment as an example, or null when its outcome is not known. */
    @Nullable Example exampleOf(LabelledShipment shipment) {
        return counts(shipment) ? example(shipment) : null;
    }

    private Example example(LabelledShipment shipment) {
        return new Example(
                shipment.shipmentId().value(),
                shipment.declaredOn(),
                facts(shipment.declaration()),
                shipment.outcome() == Outcome.POSITIVE,
                shipment.propensity());
    }
}
