package io.tillflow.connectors.data.files;

/**
 * A document as the store has it.
 *
 * @param version changes with each write; names what a later write expects to replace
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
public record StoredFile(FilePath path, byte[] content, String version) {
    public String checksum() {
        return Checksum.of(content);
    }
}
