package io.holdfast.value;

/** A value that is written as one string: its JSON, its CSV and its place in a URL are {@link #value()}. */
public interface StringValue {
    /** The text, already checked. */
    String value();
}
