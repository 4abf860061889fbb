package io.holdfast.command.intake;

import io.holdfast.shipment.Declaration;
import io.holdfast.value.Mass;
import io.holdfast.value.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a CSV of declarations: the fields of {@link Declaration}, with a dot for what is nested, such as {@code
 * netMass.amount} or {@code attributes.taxType}.
 *
 * @param columns in the order of the file
 */
record CsvHeader(List<String> columns) {
    private static final String ATTRIBUTE = "attributes.";
    private static final Set<String> NUMBERS = new TreeSet<>();
    private static final Set<String> FIELDS = fields("", Declaration.class);

    /** @throws UnusableHeader for a column that is no field, or that comes twice */
    CsvHeader {
        columns = columns.stream().map(String::strip).toList();
        var seen = new HashSet<String>();
        for (String column : columns) {
            if (!FIELDS.contains(column) && !(column.startsWith(ATTRIBUTE) && column.length() > ATTRIBUTE.length())) {
                throw new UnusableHeader("the header names a column \"" + shortened(column)
                        + "\", which is no field of a declaration; fields are " + String.join(", ", FIELDS)
                        + " and attributes.NAME");
            }
            if (!seen.add(column)) {
                throw new UnusableHeader("the header names the column \"" + shortened(column) + "\" twice");
            }
        }
    }

    static boolean isNumber(String column) {
        return NUMBERS.contains(column);
    }

    private static Set<String> fields(String prefix, Class<?> type) {
        var names = new TreeSet<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + component.getName();
            if (component.getType() == Mass.class || component.getType() == Money.class) {
                names.addAll(fields(name + ".", component.getType()));
            } else if (!name.equals("attributes")) {
                names.add(name);
            }
            if (component.getType() == BigDecimal.class) {
                NUMBERS.add(name);
            }
        }
        return names;
    }

    private static String shortened(String column) {
        String printable = column.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }
}
