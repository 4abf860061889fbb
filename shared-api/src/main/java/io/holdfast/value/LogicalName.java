package io.holdfast.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored. The log never contains class names, so a record can be renamed
 * or moved; a name that was ever stored must stay. A change to an event's JSON needs a new revision and an upcaster for
 * the old one, unless the old JSON is also valid in the new form, for example when a new optional field was added.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LogicalName {
    /** The name, such as {@code shipment.hold-placed}. */
    String value();

    /** The revision of its JSON, from 1. */
    int revision() default 1;

    /** Earlier revisions whose JSON can be read unchanged as this one. */
    int[] reads() default {};
}
