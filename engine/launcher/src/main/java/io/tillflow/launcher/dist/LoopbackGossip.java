package io.tillflow.launcher.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Keeps the broker's UDP gossip on loopback. Every other address of the broker is a setting; this one is the constant
 * {@code "0.0.0.0"} in one class, so that class is copied with another constant into a jar that comes first on the class
 * path.
 */
public final class LoopbackGossip {

    /** Comes first on the broker's class path. */
    public static final String JAR = "0-loopback-gossip.jar";

    private static final String CLASS = "io/atomix/cluster/messaging/impl/NettyUnicastService.class";

    private LoopbackGossip() {}

    static void apply(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            for (Path jar : jars.filter(path -> path.getFileName().toString().startsWith("zeebe-atomix-cluster-"))
                    .toList()) {
                rewrite(jar, lib.resolve(JAR));
            }
        }
    }

    private static void rewrite(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile())) {
            ZipEntry entry = jar.getEntry(CLASS);
            if (entry == null) {
                throw new IOException(from.getFileName() + " has no " + CLASS);
            }
            byte[] original;
            try (InputStream in = jar.getInputStream(entry)) {
                original = in.readAllBytes();
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
                ZipEntry patched = new ZipEntry(CLASS);
                patched.setTime(entry.getTime());
                out.putNextEntry(patched);
                out.write(replaceConstant(original, "0.0.0.0", "127.0.0.1"));
                out.closeEntry();
            }
        }
    }

    /** Strings lie in a class file's constant pool as tag 1, a length and the bytes; nothing else refers to offsets. */
    static byte[] replaceConstant(byte[] classFile, String from, String to) throws IOException {
        byte[] old = constant(from);
        byte[] fresh = constant(to);
        for (int at = 0; at <= classFile.length - old.length; at++) {
            if (Arrays.equals(classFile, at, at + old.length, old, 0, old.length)) {
                byte[] result = new byte[classFile.length - old.length + fresh.length];
                System.arraycopy(classFile, 0, result, 0, at);
                System.arraycopy(fresh, 0, result, at, fresh.length);
                int rest = at + old.length;
                System.arraycopy(classFile, rest, result, at + fresh.length, classFile.length - rest);
                return result;
            }
        }
        throw new IOException("expected the constant \"" + from + "\" in the class file, but found none");
    }

    private static byte[] constant(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] constant = new byte[utf8.length + 3];
        constant[0] = 1;
        constant[1] = (byte) (utf8.length >> 8);
        constant[2] = (byte) utf8.length;
        System.arraycopy(utf8, 0, constant, 3, utf8.length);
        return constant;
    }
}
