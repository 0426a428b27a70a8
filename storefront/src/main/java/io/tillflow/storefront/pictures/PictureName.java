package io.tillflow.storefront.pictures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is sent to browsers is named after what is in it, so that they may keep it for ever. */
final class PictureName {
    private static final int BYTES = 12;

    private PictureName() {}

    static String digest(byte[] file) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(sum, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
