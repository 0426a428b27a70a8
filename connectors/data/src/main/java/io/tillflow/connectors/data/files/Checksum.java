package io.tillflow.connectors.data.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 in hex: what {@code sha256sum} says of the document. */
public final class Checksum {
    private Checksum() {}

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256", content));
    }

    /** As the header Content-MD5 has it: by this a store notices what broke on its way. */
    public static String md5(byte[] content) {
        return Base64.getEncoder().encodeToString(digest("MD5", content));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
