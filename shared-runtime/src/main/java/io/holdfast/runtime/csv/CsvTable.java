package io.holdfast.runtime.csv;

import io.holdfast.runtime.csv.CsvRecord.Fault;
import io.holdfast.runtime.csv.PhysicalLines.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV with a header line. The separator (comma, semicolon or tab) is the one used most in the header line, or the one
 * named by a line {@code sep=;} before it. A file of rejected rows written by {@link SafeCsvWriter} is recognised by
 * its first columns: these are skipped, and the escaping of its cells is undone.
 */
public final class CsvTable {
    /** The columns that come before the cells of a rejected row. */
    public static final List<String> REJECTED = List.of("line", "field", "reason");

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final Pattern NAMED = Pattern.compile("\"?sep=([,;\t])\"?[,;\t]*", Pattern.CASE_INSENSITIVE);

    private final CsvRecords records;
    private final char separator;
    private final List<String> columns;
    private final boolean rejected;

    /**
     * Reads the header line.
     *
     * @throws UnusableHeaderException when there is none, or when a column name is missing or repeated
     */
    public CsvTable(CsvText text) throws IOException {
        boolean utf8 = text.charset().equals(StandardCharsets.UTF_8);
        this.records = new CsvRecords(
                text.utf8(), utf8 ? "is not UTF-8" : "is not " + text.charset().name());
        this.separator = recognisedSeparator();
        records.separator(separator);
        CsvRecord header = records.next();
        if (header == null) {
            throw new UnusableHeaderException("there is no header line");
        }
        if (header.fault() != null) {
            throw new UnusableHeaderException(
                    "the header line " + header.fault().reason());
        }
        List<String> names = header.cells().stream().map(String::strip).toList();
        this.rejected = names.size() > REJECTED.size()
                && names.subList(0, REJECTED.size()).equals(REJECTED);
        this.columns = rejected ? originals(rest(names)) : names;
        requireDistinct(columns);
        records.columns(names.size());
    }

    /** The columns in the order of the file. */
    public List<String> columns() {
        return columns;
    }

    /** The separator in words: commas, semicolons or tabs. */
    public String separatedBy() {
        return switch (separator) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "commas";
        };
    }

    /** The next row, which either has a fault or as many cells as there are columns; null after the last. */
    public @Nullable CsvRecord next() throws IOException {
        CsvRecord next = records.next();
        return next == null || !rejected ? next : asItWas(next);
    }

    private static CsvRecord asItWas(CsvRecord row) {
        CsvRecord original = row.withCells(originals(rest(row.cells())));
        boolean unreadable =
                row.fault() == null && original.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0);
        return unreadable
                ? original.refused(Fault.malformed("holds U+FFFD, which stands for what could not be read; correct it"))
                : original;
    }

    private static List<String> rest(List<String> cells) {
        return cells.subList(Math.min(REJECTED.size(), cells.size()), cells.size());
    }

    private static List<String> originals(List<String> cells) {
        return cells.stream().map(HarmlessCell::original).toList();
    }

    private char recognisedSeparator() throws IOException {
        Line first = records.line();
        while (first != null && isBlank(first)) {
            first = records.line();
        }
        if (first == null) {
            return ',';
        }
        String text = new String(first.bytes(), StandardCharsets.UTF_8);
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return named.group(1).charAt(0);
        }
        records.giveBack(first);
        return mostFrequent(text);
    }

    private static boolean isBlank(Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8).isBlank();
    }

    private static char mostFrequent(String header) {
        char best = ',';
        for (char candidate : SEPARATORS) {
            best = outsideOfQuotes(header, candidate) > outsideOfQuotes(header, best) ? candidate : best;
        }
        return best;
    }

    private static int outsideOfQuotes(String header, char separator) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            quoted ^= header.charAt(i) == '"';
            count += !quoted && header.charAt(i) == separator ? 1 : 0;
        }
        return count;
    }

    private static void requireDistinct(List<String> columns) {
        var seen = new HashSet<String>();
        for (String column : columns) {
            if (column.isEmpty()) {
                throw new UnusableHeaderException("the header has a column without a name");
            }
            if (!seen.add(column)) {
                throw new UnusableHeaderException(
                        "the header names the column " + UnusableHeaderException.shown(column) + " twice");
            }
        }
    }
}
