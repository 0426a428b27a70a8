package io.tillflow.connectors.hooks;

import io.tillflow.connectors.provider.webhook.Hmac;
import io.tillflow.connectors.provider.webhook.WebhookSignature;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;

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
            case SHA256_HEX -> "sha256=" + Hmac.of(secret, body).hex();
            case SHA256_BASE64 -> Hmac.of(secret, body).base64();
            case TOKEN -> BEARER + secret;
        };
    }

    /** Compares in constant time. */
    boolean accepts(String secret, String header, byte[] body, Clock clock) {
        return switch (this) {
            case TILLFLOW -> new WebhookSignature(secret, clock).accepts(header, body);
            case SHA256_HEX -> Hmac.fits(sign(secret, body, clock), "sha256=" + header.replaceFirst("^sha256=", ""));
            case SHA256_BASE64 -> Hmac.fits(sign(secret, body, clock), header);
            case TOKEN -> Hmac.fits(sign(secret, body, clock), BEARER + header.replaceFirst("^" + BEARER, ""));
        };
    }
}
