package io.tillflow.connectors.data.files;

/** What came of a write. */
public sealed interface WriteResult {
    /** The document is there, whole. */
    record Written(String version) implements WriteResult {}

    /** Somebody else wrote meanwhile; nothing was changed. */
    record Changed() implements WriteResult {}
}
