package io.tillflow.connectors.data.files;

/** What a write expects to find in its place; otherwise it changes nothing. */
public sealed interface Expected {
    /** Whatever is there gives way. */
    record Anything() implements Expected {}

    /** There is no such document yet. */
    record Nothing() implements Expected {}

    /** The document as it was read. */
    record Version(String version) implements Expected {}
}
