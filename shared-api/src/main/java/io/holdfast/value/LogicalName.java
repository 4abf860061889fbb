package io.holdfast.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Under which name and revision an event is stored. The log never holds a class name, so a record can be renamed or moved; a name
 * that was ever written stays. A change of an event's JSON gives it a new revision, and an upcaster for the old one, unless the old
 * JSON is one of the new kind as it stands: a new part that may be absent.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LogicalName {
    /** Such as {@code shipment.hold-placed}. */
    String value();

    /** The version of its JSON, from 1. */
    int revision() default 1;

    /** Earlier revisions whose JSON is one of this as it stands. */
    int[] reads() default {};
}
