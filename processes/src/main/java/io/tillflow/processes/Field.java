package io.tillflow.processes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an analyst reads beside one input or output of a job; element templates are generated from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    String label();

    String help() default "";

    /** What the field holds at first: FEEL when it begins with "=". */
    String from() default "";

    /** The only values it takes; those of an enum are known without. */
    String[] choices() default {};

    /** Whether {@code {{secrets.NAME}}} is replaced in it, in the connectors' process only. */
    boolean secrets() default false;

    /** Whether it may hold several lines. */
    boolean lines() default false;

    /** The field that must hold one of {@link #whenOneOf} for this one to be asked. */
    String when() default "";

    String[] whenOneOf() default {};
}
