package io.holdfast.shipment.declaration;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.Check;
import io.holdfast.value.ContainerNumber;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Mass;
import io.holdfast.value.Money;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.Scac;
import io.holdfast.value.TransportMode;
import io.holdfast.value.UnLocode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The declared facts of a shipment, as targeting rules see them.
 *
 * @param shipmentId the identifier of the declaration
 * @param declaredOn the date of declaration
 * @param port the port of entry; decides who may see the case
 * @param transportMode how the goods arrive
 * @param declarant who declares
 * @param importer who imports, if named
 * @param seller the foreign seller, if named
 * @param courier the express carrier, if named
 * @param hs6 the declared commodity
 * @param countryOfDeparture the country it was sent from
 * @param countryOfOrigin the country it was made in
 * @param netMass net mass, if declared
 * @param value item price, if declared
 * @param taxRate rate of duty in percent, if declared
 * @param containerNumber the container, if any
 * @param carrier the ocean or road carrier, if any
 * @param placeOfLading the place where it was loaded, if named
 * @param description the goods in the declarant's words, if any
 * @param attributes further declared facts by name, at most 40
 */
public record Declaration(
        ShipmentId shipmentId,
        LocalDate declaredOn,
        PortCode port,
        TransportMode transportMode,
        PartyId declarant,
        @Nullable PartyId importer,
        @Nullable PartyId seller,
        @Nullable PartyId courier,
        Hs6 hs6,
        CountryCode countryOfDeparture,
        CountryCode countryOfOrigin,
        @Nullable Mass netMass,
        @Nullable Money value,
        @Nullable BigDecimal taxRate,
        @Nullable ContainerNumber containerNumber,
        @Nullable Scac carrier,
        @Nullable UnLocode placeOfLading,
        @Nullable String description,
        Map<String, String> attributes) {
    private static final int MAX_ATTRIBUTES = 40;

    /**
     * @throws InvalidValueException if a required fact is missing, if there are too many attributes or one is too long,
     *     or if two have the same name
     */
    public Declaration {
        Check.present(shipmentId, "shipmentId");
        Check.present(declaredOn, "declaredOn");
        if (declaredOn.getYear() < 1970 || declaredOn.getYear() > 9999) {
            throw new InvalidValueException("declaredOn", "must be a date between 1970 and 9999");
        }
        Check.present(port, "port");
        Check.present(transportMode, "transportMode");
        Check.present(declarant, "declarant");
        Check.present(hs6, "hs6");
        Check.present(countryOfDeparture, "countryOfDeparture");
        Check.present(countryOfOrigin, "countryOfOrigin");
        taxRate = taxRate == null ? null : Check.quantity(taxRate, "taxRate");
        description = Check.optionalText(description, "description", 1000);
        attributes = checked(attributes);
    }

    private static Map<String, String> checked(@Nullable Map<String, String> attributes) {
        if (attributes == null) {
            return Map.of();
        }
        Check.atMost(attributes.keySet(), "attributes", MAX_ATTRIBUTES);
        var sorted = new TreeMap<String, String>();
        attributes.forEach((name, value) ->
                sorted.put(Check.line(name, "attributes (a name)", 64), Check.line(value, "attributes." + name, 200)));
        if (Check.differ(sorted.size() == attributes.size(), "attributes (the names)")) {
            return Collections.unmodifiableMap(sorted);
        }
        return Collections.unmodifiableMap(new TreeMap<>(attributes));
    }
}
