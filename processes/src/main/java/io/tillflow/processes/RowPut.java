package io.tillflow.processes;

/** Output of {@link OfferedJobType#FILES_PUT_ROW}. */
public record RowPut(
        @Field(
                label = "Added",
                help =
                        "False when another step put a row with its key there before; a repeat of this step says what it said at first.")
        boolean added,

        @Field(label = "Rows in all") int rows,

        @Field(label = "Checksum", help = "SHA-256 of the document.")
        String checksum) {}
