package io.tillflow.connectors.provider.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example is the second of RFC 4231. */
class HmacTest {
    private static final String HEX = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    private static final Hmac HMAC = Hmac.of("Jefe", "what do ya want for nothing?".getBytes(UTF_8));

    @Test
    void isWhatTheStandardSays() {
        assertThat(HMAC.hex()).isEqualTo(HEX);
        assertThat(HMAC.base64()).isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    }

    @Test
    void takesPartsForOneTextWhereverTheyAreCut() {
        assertThat(Hmac.of("Jefe", "what do ya ".getBytes(UTF_8), new byte[0], "want for nothing?".getBytes(UTF_8))
                        .hex())
                .isEqualTo(HEX);
    }

    @Test
    void anotherSecretOrAnotherByteIsAnotherOne() {
        assertThat(Hmac.of("Jeff", "what do ya want for nothing?".getBytes(UTF_8))
                        .hex())
                .isNotEqualTo(HEX);
        assertThat(Hmac.of("Jefe", "what do ya want for nothing!".getBytes(UTF_8))
                        .hex())
                .isNotEqualTo(HEX);
    }

    @Test
    void onlyTheWholeValueFits() {
        assertThat(Hmac.fits(HEX, HMAC.hex())).isTrue();
        assertThat(Hmac.fits(HEX, HEX.substring(1))).isFalse();
        assertThat(Hmac.fits(HEX, HEX + "0")).isFalse();
        assertThat(Hmac.fits(HEX, HEX.toUpperCase(java.util.Locale.ROOT))).isFalse();
        assertThat(Hmac.fits(HEX, "")).isFalse();
        assertThat(Hmac.fits(HEX, null)).isFalse();
    }
}
