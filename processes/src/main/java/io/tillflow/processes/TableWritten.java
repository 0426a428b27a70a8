package io.tillflow.processes;

/** Output of {@link OfferedJobType#FILES_WRITE_TABLE}. */
public record TableWritten(
        @Field(label = "Path", help = "Of the document.") String path,

        @Field(label = "Rows") int rows,

        @Field(label = "Bytes") int bytes,

        @Field(label = "Checksum", help = "SHA-256 of the document.")
        String checksum) {}
