package io.tillflow.connectors.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an analyst reads about a worker's method; beside {@code @JobWorker}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Action {
    String name();

    String help();

    Effect effect();

    Header[] headers() default {};

    /** Errors it throws for a boundary event to catch. */
    String[] errors() default {};
}
