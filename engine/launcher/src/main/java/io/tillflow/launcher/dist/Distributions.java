package io.tillflow.launcher.dist;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

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
            return folder;
        }
        Path archive = archives.resolve(distribution.file());
        if (!Files.exists(archive)) {
            throw new Trouble(archive + " is missing: run ./tillflow build, which fetches it.");
        }
        Path draft = folder.resolveSibling(folder.getFileName() + ".unpacking");
        try {
            Digest.check(archive, distribution.sha256());
            delete(draft);
            if (distribution == Distribution.ZEEBE) {
                Unpacker.tarGz(archive, draft);
                LoopbackGossip.apply(draft.resolve("lib"));
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

    /** Deletes a folder with everything in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
