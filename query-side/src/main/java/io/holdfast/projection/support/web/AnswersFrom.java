package io.holdfast.projection.support.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller or its method: which projection answers. The answer then carries {@code X-Holdfast-Position}, and a request
 * that carries it waits until the projection is that far.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AnswersFrom {
    /** The name of the projection. */
    String value();
}
