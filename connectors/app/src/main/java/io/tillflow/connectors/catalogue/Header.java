package io.tillflow.connectors.catalogue;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A task header that an action understands beside those of all actions. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Header {
    String key();

    String label();

    String help();

    String value();
}
