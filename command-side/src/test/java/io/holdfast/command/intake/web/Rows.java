package io.holdfast.command.intake.web;

/** Declarations as clients write them. */
final class Rows {
    static final String CSV_HEADER =
            "shipmentId,declaredOn,port,transportMode,declarant,hs6,countryOfDeparture,countryOfOrigin,netMass.amount,"
                    + "netMass.unit,description\n";

    private Rows() {}

    /** A declaration of harmless tomatoes. */
    static String json(String id) {
        return json(id, "070200");
    }

    static String json(String id, String hs6) {
        return """
                {"shipmentId":"%s","declaredOn":"2026-10-01","port":"4701","transportMode":"AIR","declarant":"B1",\
                "hs6":"%s","countryOfDeparture":"CN","countryOfOrigin":"CN"}""".formatted(id, hs6);
    }

    static String csv(String id) {
        return id + ",2026-10-01,4701,AIR,B1,070200,CN,CN,839.7,KG,\"Tomatoes, fresh\"\n";
    }
}
