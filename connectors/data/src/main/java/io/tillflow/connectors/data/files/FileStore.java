package io.tillflow.connectors.data.files;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.util.Optional;

/**
 * Documents behind one provider.
 *
 * <p>Passing trouble is {@link ProviderUnavailable}. A document is there whole or not at all,
 * whenever a writer dies.
 */
public interface FileStore {
    /**
     * Empty when there is no such document.
     *
     * @param largest in bytes; a larger one is refused without being loaded
     */
    Optional<StoredFile> read(FilePath path, int largest);

    /**
     * Whether the document is there, and is what it was when it was written; nothing of it is handed out.
     *
     * @param checksum its SHA-256 in hex
     */
    boolean holds(FilePath path, long bytes, String checksum);

    /** Repeating it with the same content leaves the same document. */
    WriteResult write(FilePath path, byte[] content, Expected expected);

    /** Whatever is there now; afterwards the document is there, or this throws. */
    default void replace(FilePath path, byte[] content) {
        if (!(write(path, content, new Expected.Anything()) instanceof WriteResult.Written)) {
            throw new ProviderUnavailable("expected to write " + path + ", but somebody else wrote to it meanwhile");
        }
    }
}
