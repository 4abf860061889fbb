package io.holdfast.value;

/** A value that is written as a single string: {@link #value()} is its form in JSON, CSV and URLs. */
public interface StringValue {
    /** The text, already checked. */
    String value();
}
