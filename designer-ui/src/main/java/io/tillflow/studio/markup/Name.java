package io.tillflow.studio.markup;

/** A name of an element or attribute; the prefix by which a file calls its namespace is no part of it. */
public record Name(String space, String local) {
    static final Name TYPE = new Name("http://www.w3.org/2001/XMLSchema-instance", "type");

    static Name plain(String local) {
        return new Name("", local);
    }
}
