package io.tillflow.processes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an analyst reads about a message that begins a process or wakes one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Trigger {
    String name();

    String help();

    /** Whether it begins a process; otherwise it wakes one that waits for it. */
    boolean starts() default false;

    /** By which variable of a waiting process it knows that it is meant. */
    String about() default "=order.id";

    /** What it brings along, as an example in JSON. */
    String example();
}
