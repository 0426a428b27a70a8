package io.tillflow.connectors.provider.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final byte[] BODY = "{\"id\":\"1\"}".getBytes(UTF_8);

    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final WebhookSignature signature = new WebhookSignature("a secret of some length", clock);

    @Test
    void acceptsWhatItSigned() {
        assertThat(signature.accepts(signature.sign(BODY), BODY)).isTrue();
    }

    @Test
    void signsAsWrittenInTheContract() {
        assertThat(new WebhookSignature("0123456789abcdef", clock).sign("{}".getBytes(UTF_8)))
                .isEqualTo("t=1769851800,v1=" + hmac("0123456789abcdef", "1769851800.{}"));
    }

    @Test
    void refusesAnotherBodyAnotherSecretAndAnotherTime() {
        String signed = signature.sign(BODY);
        assertThat(signature.accepts(signed, "{\"id\":\"2\"}".getBytes(UTF_8))).isFalse();
        assertThat(new WebhookSignature("another secret as long", clock).accepts(signed, BODY))
                .isFalse();
        assertThat(signature.accepts(signed.replace("t=1769851800", "t=1769851801"), BODY))
                .isFalse();
    }

    @Test
    void refusesAReplayAndASignatureFromTheFuture() {
        String signed = signature.sign(BODY);
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(signature.accepts(signed, BODY)).isFalse();
        clock.advance(Duration.ofMinutes(-11));
        assertThat(signature.accepts(signed, BODY)).isFalse();
    }

    @Test
    void refusesWhatIsNoSignature() {
        assertThat(signature.accepts(null, BODY)).isFalse();
        assertThat(signature.accepts("", BODY)).isFalse();
        assertThat(signature.accepts("t=1,v1=zz", BODY)).isFalse();
    }

    @Test
    void refusesASecretThatIsTooShort() {
        assertThatThrownBy(() -> new WebhookSignature("short", clock)).hasMessageContaining("at least 16");
    }

    private static String hmac(String secret, String text) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
