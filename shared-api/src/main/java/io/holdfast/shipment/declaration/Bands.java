package io.holdfast.shipment.declaration;

import java.util.Arrays;

/**
 * Bands into which risk profiles group a number. A band is named by its edges and includes the lower one: {@code 5..8}
 * is from 5 to below 8, {@code ..5} is below 5, {@code 8..} is 8 and above. Zero is a band of its own, {@code 0}.
 */
enum Bands {
    /** Rate of duty in percent. */
    TAX_RATE("5", "8", "10", "15", "20", "30", "50", "200"),
    /** Two bands per power of ten. */
    MAGNITUDE(
            "0.1",
            "0.3",
            "1",
            "3",
            "10",
            "30",
            "100",
            "300",
            "1000",
            "3000",
            "10000",
            "30000",
            "100000",
            "300000",
            "1000000",
            "10000000",
            "100000000");

    private final double[] edges;
    private final String[] names;

    Bands(String... edges) {
        this.edges = Arrays.stream(edges).mapToDouble(Double::parseDouble).toArray();
        this.names = new String[edges.length + 1];
        names[0] = ".." + edges[0];
        for (int i = 0; i < edges.length; i++) {
            names[i + 1] = edges[i] + ".." + (i + 1 < edges.length ? edges[i + 1] : "");
        }
    }

    /** The name of the band that contains a non-negative number. */
    String of(double number) {
        if (number == 0) {
            return "0";
        }
        int found = Arrays.binarySearch(edges, number);
        return names[found >= 0 ? found + 1 : -found - 1];
    }
}
