package io.tillflow.connectors.provider.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signs and checks {@code X-Tillflow-Signature: t=<unix seconds>,v1=<hex hmac-sha256 of "t.body">}. */
public final class WebhookSignature {
    public static final String HEADER = "X-Tillflow-Signature";

    /** Older or younger than this is a replay. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final String secret;
    private final Clock clock;

    public WebhookSignature(String secret, Clock clock) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException(
                    "the webhook secret must have at least 16 characters, it has " + secret.length());
        }
        this.secret = secret;
        this.clock = clock;
    }

    public String sign(byte[] body) {
        long now = clock.instant().getEpochSecond();
        return "t=" + now + ",v1=" + signed(now, body);
    }

    /** Compares in constant time, and only accepts what was signed within five minutes of now. */
    public boolean accepts(@Nullable String header, byte[] body) {
        Matcher parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return false;
        }
        long signedAt = Long.parseLong(parts.group(1));
        boolean genuine = Hmac.fits(signed(signedAt, body), parts.group(2));
        Duration age = Duration.between(Instant.ofEpochSecond(signedAt), clock.instant())
                .abs();
        return genuine && age.compareTo(WINDOW) <= 0;
    }

    private String signed(long time, byte[] body) {
        return Hmac.of(secret, (time + ".").getBytes(StandardCharsets.UTF_8), body)
                .hex();
    }
}
