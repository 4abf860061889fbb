package io.holdfast.command.targeting;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The size of a regular expression (RE2 syntax) once its repetitions are expanded. It is estimated from the text alone
 * and never below the size of RE2/J's program: groups form a stack, and a repetition multiplies the part before it.
 */
final class PatternSize {
    private static final int MAX_PROGRAM = 2 * Patterns.MAX_PROGRAM; // the estimate is above the real size
    private static final long MOST = 1_000_000_000L; // counting stops here
    private static final int MAX_TABLES = 4000;
    private static final int MAX_LEVELS = 400; // the engine descends by recursion
    private static final int MAX_COUNT = 1000; // RE2's own limit for one repetition
    private static final int UNICODE_TABLE = 10;
    private static final int CHARACTERS_PER_UNIT = 100;
    private static final int BYTES_PER_UNIT = 600;

    private final String text;
    private final Deque<Group> open = new ArrayDeque<>();
    private Group group = new Group();
    private int at;
    private long tables;

    /** The size of a group so far, in instructions; {@code last} is the part that a repetition applies to. */
    private static final class Group {
        private long total = 3;
        private long last;
        private long levels;
        private long lastLevels;

        void add(long size) {
            add(size, 1);
        }

        void add(long size, long deep) {
            total = Math.min(MOST, total + size);
            last = size;
            lastLevels = deep;
            levels = Math.max(levels, deep);
        }

        /** @param deeper the nesting levels that the repetition adds: {@code x{0,3}} is {@code (x(x(x)?)?)?} */
        void times(long copies, long more, long deeper) {
            long grown = Math.min(MOST, last * Math.max(1, copies) + more);
            total = Math.min(MOST, total + grown - last);
            last = grown;
            lastLevels += deeper;
            levels = Math.max(levels, lastLevels);
        }
    }

    private PatternSize(String text) {
        this.text = text;
    }

    static PatternSize of(String text) {
        var size = new PatternSize(text);
        size.read();
        return size;
    }

    /** The maximum number of instructions; counting stops above the limit. */
    long program() {
        return group.total;
    }

    /** Approximate upper bound of the program's memory, in bytes. */
    int bytes() {
        return (int) Math.min(Integer.MAX_VALUE, (program() + tables) * BYTES_PER_UNIT);
    }

    /** @throws BadPatternException when it is too large or too deep for the engine */
    void check() {
        if (group.total > MAX_PROGRAM) {
            throw Patterns.tooLarge(group.total);
        }
        if (group.levels > MAX_LEVELS) {
            throw new BadPatternException("has too many groups or repetitions within one another: " + group.levels
                    + " levels, " + MAX_LEVELS + " are allowed");
        }
        if (tables > MAX_TABLES) {
            throw new BadPatternException("names too many and too wide ranges of characters");
        }
    }

    private void read() {
        while (at < text.length() && group.total <= MAX_PROGRAM) {
            char c = text.charAt(at++);
            switch (c) {
                case '\\' -> escape();
                case '[' -> characters();
                case '(' -> opened();
                case ')' -> closed();
                case '|' -> alternative();
                case '*', '+', '?' -> group.times(1, 2, 1);
                case '{' -> repeated();
                default -> group.add(1);
            }
        }
        while (!open.isEmpty()) {
            closed();
        }
    }

    private void alternative() {
        group.add(3);
        group.last = 0;
    }

    private void opened() {
        if (!text.startsWith("?", at)) {
            push();
            return;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != ')' && text.charAt(end) != '>') {
            end++;
        }
        at = Math.min(end + 1, text.length());
        if (end >= text.length()
                || text.charAt(end) != ')') { // else only flags: no group, and the part before it stays the last one
            push();
        }
    }

    private void push() {
        open.push(group);
        group = new Group();
    }

    private void closed() {
        if (!open.isEmpty()) {
            Group closed = group;
            group = open.pop();
            group.add(closed.total, closed.levels + 3);
        }
    }

    private void repeated() {
        int end = text.indexOf('}', at);
        int[] counts = end < 0 ? null : counts(text.substring(at, end));
        if (counts == null) {
            group.add(1); // a brace that is not a repetition is a literal
            return;
        }
        at = end + 1;
        group.times(Math.max(counts[0], counts[1]), 2L + counts[1], Math.max(2, 2L * (counts[1] - counts[0])));
    }

    /** Minimum and maximum count; numbers that RE2 refuses count as its limit, which does no harm. */
    private static int @Nullable [] counts(String inside) {
        int comma = inside.indexOf(',');
        String least = comma < 0 ? inside : inside.substring(0, comma);
        String most = comma < 0 ? "" : inside.substring(comma + 1);
        if (least.isEmpty() || !digits(least) || !digits(most)) {
            return null;
        }
        int min = count(least);
        return new int[] {min, most.isEmpty() ? 0 : count(most)};
    }

    /** Whether RE2 reads it as a number: one with a leading zero is not. */
    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9') && !(text.length() > 1 && text.startsWith("0"));
    }

    private static int count(String digits) {
        return digits.length() > 4 ? MAX_COUNT : Math.min(MAX_COUNT, Integer.parseInt(digits));
    }

    private void escape() {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at++);
        switch (c) {
            case 'Q' -> quoted();
            case 'p', 'P' -> {
                tables += UNICODE_TABLE;
                braced();
                group.add(1);
            }
            case 'x' -> {
                braced();
                group.add(1);
            }
            default -> group.add(1);
        }
    }

    private void quoted() {
        int end = text.indexOf("\\E", at);
        int stop = end < 0 ? text.length() : end;
        for (; at < stop; at++) {
            group.add(1);
        }
        at = end < 0 ? stop : end + 2;
    }

    /** Skips {@code {Greek}} or {@code {10FFFF}}. */
    private void braced() {
        int end = text.startsWith("{", at) ? text.indexOf('}', at) : -1;
        if (end >= 0) {
            at = end + 1;
        }
    }

    /** A character class is one instruction; its table costs according to the width of its ranges. */
    private void characters() {
        if (text.startsWith("^", at)) {
            at++;
        }
        for (boolean first = true; at < text.length() && (first || text.charAt(at) != ']'); first = false) {
            character();
        }
        at = Math.min(at + 1, text.length());
        group.add(1);
    }

    private void character() {
        int named = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
        if (named >= 0) {
            at = named + 2;
            return;
        }
        int low = single();
        if (text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']') {
            at++;
            int high = single();
            tables += Math.max(0, high - low) / CHARACTERS_PER_UNIT;
        }
    }

    /** One character of a class. An escape may be any character, so at the end of a range it counts as the highest. */
    private int single() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        if (c != '\\' || at >= text.length()) {
            return c;
        }
        char escaped = text.charAt(at++);
        if (escaped == 'p' || escaped == 'P') {
            tables += UNICODE_TABLE;
            braced();
        } else if (escaped == 'x' && text.startsWith("{", at)) {
            int start = at + 1;
            braced();
            return hexadecimal(text.substring(Math.min(start, at), Math.max(start, at - 1)));
        }
        return escaped;
    }

    private static int hexadecimal(String digits) {
        try {
            return Math.min(Character.MAX_CODE_POINT, Integer.parseInt(digits, 16));
        } catch (NumberFormatException _) {
            return Character.MAX_CODE_POINT;
        }
    }
}
