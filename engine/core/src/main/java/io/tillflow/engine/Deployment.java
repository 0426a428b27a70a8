package io.tillflow.engine;

import java.util.List;

/** What a deployment put into the broker. */
public record Deployment(long key, List<Deployed> deployed) {

    /** A file to deploy, byte by byte as it is: its encoding is its own business. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never put in a set
    public record Resource(String name, byte[] content) {}

    /** What kind of thing a file holds. */
    public enum Kind {
        PROCESS,
        DECISION,
        FORM
    }

    /** One process, decision or form with the version it got; an unchanged one keeps its old version. */
    public record Deployed(Kind kind, String file, String id, int version, long key) {}
}
