package io.tillflow.launcher.dist;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks and unpacks a distribution on the first start; later starts find it there. */
public final class Distributions {

    private final Path archives;
    private final Path unpacked;

    public Distributions(Path archives, Path unpacked) {
        this.archives = archives;
        this.unpacked = unpacked;
    }

    public Path folder(Distribution distribution) {
        return unpacked.resolve(distribution.folder());
    }

    /** The folder appears only when complete: a start that is killed half-way leaves a draft the next one deletes. */
    public Path provide(Distribution distribution) {
        Path folder = folder(distribution);
        if (Files.isDirectory(folder)) {
            deleteFormer(distribution);
            return folder;
        }
        Path archive = archives.resolve(distribution.file());
        need(archive);
        Path draft = folder.resolveSibling(folder.getFileName() + ".unpacking");
        try {
            Digest.check(archive, distribution.sha256());
            delete(draft);
            if (distribution == Distribution.ZEEBE) {
                Unpacker.tarGz(archive, draft);
                LoopbackGossip.apply(draft.resolve("lib"));
                NewerFeel.apply(archives, draft.resolve("lib"));
            } else {
                Unpacker.jarOfTxz(archive, draft);
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot unpack " + archive.getFileName() + " to " + unpacked + " (" + e.getMessage()
                            + "): free some space or make the folder writable, then run ./tillflow up again.",
                    e);
        }
    }

    /** What earlier releases unpacked of the broker; none of it runs any more when this one is about to start. */
    private void deleteFormer(Distribution distribution) {
        if (distribution != Distribution.ZEEBE) {
            return;
        }
        try (Stream<Path> folders = Files.list(unpacked)) {
            for (Path former : folders.filter(
                            folder -> isFormerBroker(folder.getFileName().toString()))
                    .toList()) {
                delete(former);
            }
        } catch (IOException e) {
            // it only takes up space, and the next start tries again
            return;
        }
    }

    private static boolean isFormerBroker(String folder) {
        return folder.startsWith("zeebe-") && !folder.equals(Distribution.ZEEBE.folder());
    }

    static void need(Path fetched) {
        if (!Files.exists(fetched)) {
            throw new Trouble(fetched + " is missing: run ./tillflow build, which fetches it.");
        }
    }

    /** Deletes a folder with everything in it; others may do the same at the same time. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
                if (trouble instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw trouble;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
                    throws IOException {
                if (trouble != null && !(trouble instanceof NoSuchFileException)) {
                    throw trouble;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
