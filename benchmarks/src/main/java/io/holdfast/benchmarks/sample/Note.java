package io.holdfast.benchmarks.sample;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The payload of every event: about 1 KB of JSON, with words varied enough that compression does not make it vanish.
 */
public record Note(String place, int number, String text) {
    private static final int TEXTS = 256;
    private static final int CHARACTERS = 950;
    private static final List<String> WORDS = List.of(
            ("pallet seal broken manifest weight declared container origin consignee invoice powder sample tested negative"
                            + " presumptive officer scan image anomaly density row carton label reprinted bill lading carrier"
                            + " voyage berth crane yard hold removed examined canine alert desk review broker called entry")
                    .split(" "));
    private static final Serializer SERIALIZER = newSerializer();
    private static final List<Note> NOTES = notes();
    private static final List<String> JSON = NOTES.stream()
            .map(note -> SERIALIZER.serialize(note, String.class).getData())
            .toList();

    /** The text with this number; the same number always gives the same text. */
    public static Note of(int number) {
        return NOTES.get(Math.floorMod(number, TEXTS));
    }

    /** The JSON as the serializer writes it. */
    public String json() {
        return JSON.get(number);
    }

    /** A JSON serializer with class names, the same for all peers. */
    public static Serializer serializer() {
        return SERIALIZER;
    }

    private static Serializer newSerializer() {
        var known = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("io.holdfast.")
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(known))
                .build();
    }

    private static List<Note> notes() {
        var random = new Random(7);
        return IntStream.range(0, TEXTS)
                .mapToObj(number -> new Note("USLAX", number, text(random)))
                .toList();
    }

    private static String text(Random random) {
        String words = IntStream.range(0, CHARACTERS / 4)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(100))
                .collect(Collectors.joining(" "));
        return words.substring(0, CHARACTERS);
    }
}
