package io.holdfast.projection.support.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares, on a controller or a method, the projection that answers. The response then carries
 * {@code X-Holdfast-Position}, and a request that carries this header waits until the projection has reached its
 * position.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AnswersFrom {
    /** The name of the projection. */
    String value();
}
