package io.tillflow.connectors.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that seal secrets, kept outside the database: the first seals, all of them open.
 *
 * <p>To rotate, put a new key in front; what the old ones sealed is sealed anew at the next start.
 */
final class Keyring {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** What is stored: which key sealed it, and the sealed bytes behind their nonce, in Base64. */
    record Sealed(String keyId, String text) {}

    private Keyring() {}

    /** Reads keys of 32 bytes in Base64, separated by commas; blank for none. */
    static Keyring of(String setting) {
        Keyring ring = new Keyring();
        for (String key : setting.split(",")) {
            if (!key.isBlank()) {
                byte[] bytes = decode(key.strip());
                ring.keys.put(id(bytes), new SecretKeySpec(bytes, "AES"));
            }
        }
        return ring;
    }

    private static byte[] decode(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.replace('-', '+').replace('_', '/'));
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // the sentence below says what was expected
        }
        throw new IllegalArgumentException(
                "expected TILLFLOW_SECRETS_KEY to hold keys of 32 bytes in Base64, separated by commas: make one with openssl rand -base64 32");
    }

    private static String id(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    String sealingKey() {
        if (keys.isEmpty()) {
            throw new IllegalStateException(
                    "expected a key for secrets, but there is none: set TILLFLOW_SECRETS_KEY (openssl rand -base64 32) and restart the connectors");
        }
        return keys.keySet().iterator().next();
    }

    Sealed seal(SecretName name, String value) {
        String keyId = sealingKey();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keyId, name, nonce, value.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
        return new Sealed(keyId, Base64.getEncoder().encodeToString(bytes));
    }

    String open(SecretName name, Sealed sealed) {
        if (!keys.containsKey(sealed.keyId())) {
            throw new IllegalStateException(
                    "expected key " + sealed.keyId() + " to open the secret " + name
                            + ", but TILLFLOW_SECRETS_KEY does not hold it: put it back behind the new one, or set the secret again");
        }
        byte[] bytes = Base64.getDecoder().decode(sealed.text());
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        return new String(crypt(Cipher.DECRYPT_MODE, sealed.keyId(), name, nonce, rest), StandardCharsets.UTF_8);
    }

    /** A secret sealed under one name does not open under another. */
    private byte[] crypt(int mode, String keyId, SecretName name, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.value().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "expected the secret " + name + " to open, but what is stored was altered: set it again", e);
        }
    }
}
