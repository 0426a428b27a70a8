package io.tillflow.sandbox;

import java.time.Instant;

/**
 * One entry of the engine's log.
 *
 * @param recordType EVENT, COMMAND or COMMAND_REJECTION
 * @param value the record's value as JSON
 */
public record SandboxRecord(
        long position, long key, Instant time, String recordType, String valueType, String intent, String value) {

    private static final int FIELDS = 7;

    static SandboxRecord parse(String line) {
        String[] fields = line.split("\t", FIELDS);
        if (fields.length != FIELDS) {
            throw new SandboxFailed("expected a record of the sandbox engine, but got: " + line);
        }
        return new SandboxRecord(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                Instant.ofEpochMilli(Long.parseLong(fields[2])),
                fields[3],
                fields[4],
                fields[5],
                fields[6]);
    }
}
