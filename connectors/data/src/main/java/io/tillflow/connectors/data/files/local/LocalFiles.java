package io.tillflow.connectors.data.files.local;

import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.StoredFile;
import io.tillflow.connectors.data.files.WriteResult;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Documents in a folder: written beside their place, forced to the disk, then moved there. */
public final class LocalFiles implements FileStore {
    private static final String LOCK = ".lock";

    private final Path folder;
    private final ReentrantLock writing = new ReentrantLock();

    /** @param folder made when it is first written to */
    public LocalFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Optional<StoredFile> read(FilePath path, int largest) {
        try {
            Path place = place(path);
            if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (Files.size(place) > largest) {
                throw new IllegalStateException("expected the document " + path + " to have at most " + largest
                        + " bytes, but it has " + Files.size(place));
            }
            byte[] content = Files.readAllBytes(place);
            return Optional.of(new StoredFile(path, content, Checksum.of(content)));
        } catch (IOException e) {
            throw new ProviderUnavailable(
                    "expected to read the document " + path + ", but the disk says: " + said(e), e);
        }
    }

    @Override
    public boolean holds(FilePath path, long bytes, String checksum) {
        try {
            Path place = place(path);
            return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(place) == bytes
                    && Checksum.of(Files.readAllBytes(place)).equals(checksum);
        } catch (IOException e) {
            throw new ProviderUnavailable(
                    "expected to look at the document " + path + ", but the disk says: " + said(e), e);
        }
    }

    /** One writer at a time, also among processes that share the folder. */
    @Override
    public WriteResult write(FilePath path, byte[] content, Expected expected) {
        writing.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                return held.isValid() && fits(path, expected) ? put(path, content) : new WriteResult.Changed();
            }
        } catch (IOException e) {
            throw new ProviderUnavailable(
                    "expected to write the document " + path + ", but the disk says: " + said(e), e);
        } finally {
            writing.unlock();
        }
    }

    private boolean fits(FilePath path, Expected expected) {
        return switch (expected) {
            case Expected.Anything ignored -> true;
            case Expected.Nothing ignored -> read(path, Integer.MAX_VALUE).isEmpty();
            case Expected.Version(String version) ->
                read(path, Integer.MAX_VALUE)
                        .filter(there -> there.version().equals(version))
                        .isPresent();
        };
    }

    private WriteResult put(FilePath path, byte[] content) throws IOException {
        Path place = place(path);
        Files.createDirectories(place.getParent());
        Path beside = Files.createTempFile(place.getParent(), ".writing-", "");
        try {
            try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        return new WriteResult.Written(Checksum.of(content));
    }

    /** Also where a link below the folder would lead out of it. */
    private Path place(FilePath path) throws IOException {
        Path place = folder.resolve(path.value());
        Path there = place;
        while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS) && !there.equals(folder)) {
            there = there.getParent();
        }
        boolean inside = there == null
                || there.equals(folder)
                || (!Files.isSymbolicLink(there) && there.toRealPath().startsWith(folder.toRealPath()));
        if (!inside) {
            throw new IllegalStateException(
                    "expected the document " + path + " to lie in the folder of documents, but a link leads out of it");
        }
        return place;
    }

    /** Without the machine's paths. */
    private static String said(IOException e) {
        return e instanceof java.nio.file.FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : e.getClass().getSimpleName();
    }
}
