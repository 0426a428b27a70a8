package io.tillflow.processes;

/** Output of {@link OfferedJobType#FILES_PUT_ROW}. */
public record RowPut(
        @Field(
                label = "Added",
                help = "False when a row with its key was there, also one of a try before that got no answer.")
        boolean added,

        @Field(label = "Rows in all") int rows,

        @Field(label = "Checksum", help = "SHA-256 of the document.")
        String checksum) {}
