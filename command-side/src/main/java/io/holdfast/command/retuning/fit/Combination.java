package io.holdfast.command.retuning.fit;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fields that make up a table.
 *
 * @param fields their indexes, ascending
 */
record Combination(List<Integer> fields) {
    Combination {
        fields = List.copyOf(fields);
    }

    /** Each field alone. */
    static List<Combination> singles(int fields) {
        return IntStream.range(0, fields)
                .mapToObj(field -> new Combination(List.of(field)))
                .toList();
    }

    /** The same with one more of all fields. */
    Stream<Combination> extended(int ofFields) {
        return IntStream.range(0, ofFields)
                .boxed()
                .filter(field -> !fields.contains(field))
                .map(field -> new Combination(Stream.concat(fields.stream(), Stream.of(field))
                        .sorted()
                        .toList()));
    }

    /** What a row says, in the order of the fields. */
    List<String> valuesOf(List<String> facts) {
        return fields.stream().map(facts::get).toList();
    }

    /** The same without one field. */
    Combination without(Integer field) {
        return new Combination(
                fields.stream().filter(other -> !other.equals(field)).toList());
    }
}
