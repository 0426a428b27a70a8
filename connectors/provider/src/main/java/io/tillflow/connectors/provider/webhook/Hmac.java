package io.tillflow.connectors.provider.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The HMAC-SHA256 of what was sent, by a secret both sides have, in the forms that callers write it down in. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] value;

    private Hmac(byte[] value) {
        this.value = value;
    }

    /** @param parts signed as if they were one */
    public static Hmac of(String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return new Hmac(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected " + ALGORITHM + " in every Java runtime", e);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    /** Compares in constant time; what was not given fits nothing. */
    public static boolean fits(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
