package io.tillflow.launcher.dist;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the two shapes the distributions come in; entries may not leave the target folder. */
final class Unpacker {

    private static final int OWNER_EXECUTES = 0100;

    private Unpacker() {}

    /** A tar.gz whose single top folder is dropped. */
    static void tarGz(Path archive, Path target) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            tar(in, target, 1);
        }
    }

    /** A jar that carries one txz. */
    static void jarOfTxz(Path archive, Path target) throws IOException {
        try (ZipInputStream jar = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    tar(new XZCompressorInputStream(jar), target, 0);
                    return;
                }
            }
        }
        throw new IOException(archive + " carries no txz");
    }

    private static void tar(InputStream in, Path target, int dropped) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(in, 1 << 16));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path relative = Path.of(entry.getName()).normalize();
            if (relative.getNameCount() > dropped) {
                write(tar, entry, target, relative.subpath(dropped, relative.getNameCount()));
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target, Path relative)
            throws IOException {
        Path file = target.resolve(relative).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("entry " + entry.getName() + " leaves the folder it is unpacked to");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            if (link.isAbsolute() || !file.resolveSibling(link).normalize().startsWith(target)) {
                throw new IOException("link " + entry.getName() + " leaves the folder it is unpacked to");
            }
            Files.createSymbolicLink(file, link);
            return;
        }
        Files.copy(content, file);
        boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
