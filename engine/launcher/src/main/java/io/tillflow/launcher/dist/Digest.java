package io.tillflow.launcher.dist;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file, compared with what the source pins. */
final class Digest {

    private static final int BUFFER = 1 << 16;

    private Digest() {}

    static void check(Path file, String expected) throws IOException {
        String actual = sha256(file);
        if (!actual.equals(expected)) {
            throw new Trouble(file + " is not the file it should be (SHA-256 " + actual + ", expected " + expected
                    + "): the download broke or was altered; delete it and its copy in the local Maven repository"
                    + " (~/.m2), then run ./tillflow up again.");
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
