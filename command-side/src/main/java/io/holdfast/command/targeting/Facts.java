package io.holdfast.command.targeting;

import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.StringValue;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The facts that conditions can use: their names, CEL types and values in one table.
 *
 * <p>An absent text is the empty string. An absent number is 0; its {@code has...} fact tells it apart from a declared
 * 0.
 */
enum Facts {
    SHIPMENT_ID("shipmentId", SimpleType.STRING, d -> d.shipmentId().value()),
    DECLARED_ON(
            "declaredOn",
            SimpleType.TIMESTAMP,
            d -> d.declaredOn().atStartOfDay(ZoneOffset.UTC).toInstant()),
    PORT("port", SimpleType.STRING, d -> d.port().value()),
    TRANSPORT_MODE("transportMode", SimpleType.STRING, d -> d.transportMode().name()),
    DECLARANT("declarant", SimpleType.STRING, d -> d.declarant().value()),
    IMPORTER("importer", SimpleType.STRING, d -> text(d.importer())),
    SELLER("seller", SimpleType.STRING, d -> text(d.seller())),
    COURIER("courier", SimpleType.STRING, d -> text(d.courier())),
    HS6("hs6", SimpleType.STRING, d -> d.hs6().value()),
    COUNTRY_OF_DEPARTURE(
            "countryOfDeparture", SimpleType.STRING, d -> d.countryOfDeparture().value()),
    COUNTRY_OF_ORIGIN(
            "countryOfOrigin", SimpleType.STRING, d -> d.countryOfOrigin().value()),
    NET_MASS_KG("netMassKg", SimpleType.DOUBLE, d -> {
        var mass = d.netMass();
        return mass == null ? 0.0 : mass.kilograms().doubleValue();
    }),
    HAS_NET_MASS("hasNetMass", SimpleType.BOOL, has(d -> d.netMass() != null)),
    VALUE("value", SimpleType.DOUBLE, d -> {
        var value = d.value();
        return value == null ? 0.0 : value.amount().doubleValue();
    }),
    HAS_VALUE("hasValue", SimpleType.BOOL, has(d -> d.value() != null)),
    CURRENCY("currency", SimpleType.STRING, d -> {
        var value = d.value();
        return value == null ? "" : value.currency().getCurrencyCode();
    }),
    TAX_RATE("taxRate", SimpleType.DOUBLE, d -> number(d.taxRate())),
    HAS_TAX_RATE("hasTaxRate", SimpleType.BOOL, has(d -> d.taxRate() != null)),
    CONTAINER_NUMBER("containerNumber", SimpleType.STRING, d -> text(d.containerNumber())),
    CARRIER("carrier", SimpleType.STRING, d -> text(d.carrier())),
    PLACE_OF_LADING("placeOfLading", SimpleType.STRING, d -> text(d.placeOfLading())),
    DESCRIPTION("description", SimpleType.STRING, d -> {
        var description = d.description();
        return description == null ? "" : description;
    }),
    ATTRIBUTES("attributes", MapType.create(SimpleType.STRING, SimpleType.STRING), Declaration::attributes);

    private static final List<Facts> ALL = List.of(values());

    private final String variable;
    private final CelType type;
    private final Function<Declaration, Object> value;

    Facts(String variable, CelType type, Function<Declaration, Object> value) {
        this.variable = variable;
        this.type = type;
        this.value = value;
    }

    /** The name of the fact in conditions. */
    String variable() {
        return variable;
    }

    CelType type() {
        return type;
    }

    /** Whether declarants write free text into it, so that a few examples do not show what it may hold. */
    static boolean isFree(String variable) {
        return variable.equals(DESCRIPTION.variable) || variable.equals(ATTRIBUTES.variable);
    }

    static List<CelVarDecl> declarations() {
        return ALL.stream()
                .map(fact -> CelVarDecl.newVarDeclaration(fact.variable, fact.type))
                .toList();
    }

    /** All facts of the declaration by name; created once per declaration and read by all rules. */
    static Map<String, Object> of(Declaration declaration) {
        var values = HashMap.<String, Object>newHashMap(ALL.size());
        for (Facts fact : ALL) {
            values.put(fact.variable, fact.value.apply(declaration));
        }
        return values;
    }

    private static Function<Declaration, Object> has(Predicate<Declaration> declared) {
        return declared::test;
    }

    private static String text(@Nullable StringValue value) {
        return value == null ? "" : value.value();
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? 0.0 : value.doubleValue();
    }
}
