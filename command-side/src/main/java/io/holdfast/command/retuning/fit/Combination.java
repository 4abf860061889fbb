package io.holdfast.command.retuning.fit;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fields that make up a table.
 *
 * @param fields their indexes, ascending
 */
record Combination(List<Integer> fields) {
    Combination {
        fields = List.copyOf(fields);
    }

    /** One combination for each single field. */
    static List<Combination> singles(int fields) {
        return IntStream.range(0, fields)
                .mapToObj(field -> new Combination(List.of(field)))
                .toList();
    }

    /** All combinations with one more field. */
    Stream<Combination> extended(int ofFields) {
        return IntStream.range(0, ofFields)
                .boxed()
                .filter(field -> !fields.contains(field))
                .map(field -> new Combination(Stream.concat(fields.stream(), Stream.of(field))
                        .sorted()
                        .toList()));
    }

    /** The values of a row, in the order of the fields. */
    List<String> valuesOf(List<String> facts) {
        return fields.stream().map(facts::get).toList();
    }

    /** This combination without one field. */
    Combination without(Integer field) {
        return new Combination(
                fields.stream().filter(other -> !other.equals(field)).toList());
    }
}
