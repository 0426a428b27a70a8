package io.tillflow.connectors.hooks;

import io.tillflow.connectors.provider.webhook.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a caller shows that it knows a webhook's secret. */
enum Signing {
    /** Signed together with the time: what is older than five minutes is refused. */
    TILLFLOW("tillflow", WebhookSignature.HEADER),
    /** The body's HMAC in hex, as GitHub and many others sign. */
    SHA256_HEX("sha256-hex", "X-Hub-Signature-256"),
    /** The body's HMAC in Base64, as Shopify signs. */
    SHA256_BASE64("sha256-base64", "X-Shopify-Hmac-Sha256"),
    /** The secret itself, for callers that cannot sign. */
    TOKEN("token", "Authorization");

    private static final String BEARER = "Bearer ";

    private final String word;
    private final String usualHeader;

    Signing(String word, String usualHeader) {
        this.word = word;
        this.usualHeader = usualHeader;
    }

    static Signing of(String word) {
        return Arrays.stream(values())
                .filter(signing -> signing.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("signing must be one of "
                        + Arrays.stream(values()).map(Signing::word).collect(Collectors.joining(", ")) + ", was '"
                        + word + "'"));
    }

    String word() {
        return word;
    }

    String usualHeader() {
        return usualHeader;
    }

    /** What a genuine caller puts into the header now. */
    String sign(String secret, byte[] body, Clock clock) {
        return switch (this) {
            case TILLFLOW -> new WebhookSignature(secret, clock).sign(body);
            case SHA256_HEX -> "sha256=" + HexFormat.of().formatHex(mac(secret, body));
            case SHA256_BASE64 -> Base64.getEncoder().encodeToString(mac(secret, body));
            case TOKEN -> BEARER + secret;
        };
    }

    /** Compares in constant time. */
    boolean accepts(String secret, String header, byte[] body, Clock clock) {
        return switch (this) {
            case TILLFLOW -> new WebhookSignature(secret, clock).accepts(header, body);
            case SHA256_HEX -> same("sha256=" + header.replaceFirst("^sha256=", ""), sign(secret, body, clock));
            case SHA256_BASE64 -> same(header, sign(secret, body, clock));
            case TOKEN -> same(BEARER + header.replaceFirst("^" + BEARER, ""), sign(secret, body, clock));
        };
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected HmacSHA256 in every Java runtime", e);
        }
    }
}
