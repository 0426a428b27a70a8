package io.tillflow.processes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Output of {@link OfferedJobType#FILES_READ_TABLE}. */
public record TableRead(
        @Field(label = "Rows", help = "List of contexts, one a row.")
        List<Map<String, @Nullable Object>> rows,

        @Field(label = "Rows that match") int matched,

        @Field(label = "Rows in all") int total,

        @Field(label = "Checksum", help = "SHA-256 of the document as it was read.")
        String checksum) {}
