package io.tillflow.connectors.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecretsIT {
    private static final SecretName TOKEN = new SecretName("SHOP_TOKEN");
    private static final String VALUE = "s3cr3t/ \"quoted\" & more";

    private final JdbcClient database = TestDatabase.jdbc();
    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final Redaction redaction = new Redaction();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        database.sql("delete from connectors.secret").update();
        database.sql("delete from connectors.secret_use").update();
    }

    @Test
    void keepsWhatNobodyCanReadInTheDatabase() {
        Secrets secrets = secrets(key(1));
        secrets.set(TOKEN, VALUE, "mara");
        String stored = database.sql("select sealed from connectors.secret")
                .query(String.class)
                .single();
        assertThat(new String(Base64.getDecoder().decode(stored), StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cr3t");
        assertThat(secrets.resolve("Bearer {{secrets.SHOP_TOKEN}}", "order-fulfilment"))
                .isEqualTo("Bearer " + VALUE);
    }

    @Test
    void saysWhoChangedAndUsedItButNotWhatItIs() {
        Secrets secrets = secrets(key(1));
        secrets.set(TOKEN, VALUE, "mara");
        assertThat(secrets.all()).singleElement().satisfies(shown -> {
            assertThat(shown.changedBy()).isEqualTo("mara");
            assertThat(shown.lastUsedAt()).isNull();
        });
        String resolved = secrets.resolve("{{ secrets.SHOP_TOKEN }}", "order-fulfilment");
        assertThat(secrets.all()).singleElement().satisfies(shown -> {
            assertThat(shown.usedBy()).containsExactly("order-fulfilment");
            assertThat(shown.lastUsedAt()).isEqualTo(clock.instant());
            assertThat(shown.toString()).doesNotContain(resolved);
        });
    }

    @Test
    void aNewKeySealsAnewWhatTheOldOneSealed() {
        secrets(key(1)).set(TOKEN, VALUE, "mara");
        assertThat(secrets(key(2) + "," + key(1)).rotate()).isEqualTo(1);
        Secrets later = secrets(key(2));
        assertThat(later.rotate()).isZero();
        assertThat(later.value(TOKEN, "test")).isEqualTo(VALUE);
        assertThatThrownBy(() -> secrets(key(1)).value(TOKEN, "test")).hasMessageContaining("does not hold it");
    }

    @Test
    void aSecretDoesNotOpenUnderAnotherName() {
        Secrets secrets = secrets(key(1));
        secrets.set(TOKEN, VALUE, "mara");
        database.sql("update connectors.secret set name = 'OTHER'").update();
        assertThatThrownBy(() -> secrets.value(new SecretName("OTHER"), "test")).hasMessageContaining("altered");
    }

    @Test
    void aMissingSecretIsNamedWithTheRemedy() {
        assertThatThrownBy(() -> secrets(key(1)).resolve("{{secrets.NOWHERE}}", "test"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected the secret NOWHERE")
                .hasMessageContaining("an administrator adds it");
    }

    @Test
    void withoutAKeyNothingIsKept() {
        assertThatThrownBy(() -> secrets("").set(TOKEN, VALUE, "mara")).hasMessageContaining("TILLFLOW_SECRETS_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "bm90IDMyIGJ5dGVz", "!!!"})
    void aKeyThatIsNoneStopsTheStart(String key) {
        assertThatThrownBy(() -> Keyring.of(key)).hasMessageContaining("32 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lower", "A-B", "1A", "A B", "../etc/passwd"})
    void aNameIsCapitals(String name) {
        assertThatThrownBy(() -> new SecretName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void productionGivesSecretsByEnvironmentOrFile() throws Exception {
        Files.writeString(folder.resolve("FROM_FILE"), "file-value\n");
        SecretSources sources = new SecretSources(Map.of("TILLFLOW_SECRET_FROM_ENV", "env-value"), folder, null);
        Secrets secrets = new Secrets(Keyring.of(""), new SecretBook(database, clock), sources, redaction);
        assertThat(secrets.resolve("{{secrets.FROM_ENV}} {{secrets.FROM_FILE}}", "test"))
                .isEqualTo("env-value file-value");
        assertThat(secrets.all()).extracting(Secrets.Shown::source).containsExactly("environment", "file");
    }

    @Test
    void aBlankOrVeryShortValueFromOutsideHidesNoGoodOneAndGarblesNoText() throws Exception {
        Secrets own = secrets(key(1));
        for (String outside : new String[] {"", " \n", "1", "abc\n"}) {
            Files.writeString(folder.resolve("SHOP_TOKEN"), outside);
            SecretSources sources = new SecretSources(Map.of("TILLFLOW_SECRET_SHOP_TOKEN", outside), folder, null);
            Secrets secrets = new Secrets(Keyring.of(key(1)), new SecretBook(database, clock), sources, redaction);
            own.delete(TOKEN);
            assertThatThrownBy(() -> secrets.value(TOKEN, "test")).hasMessageContaining("there is none");
            own.set(TOKEN, VALUE, "mara");
            assertThat(secrets.value(TOKEN, "test")).isEqualTo(VALUE);
            assertThat(secrets.all()).extracting(Secrets.Shown::source).containsExactly("database");
        }
        assertThatThrownBy(() -> own.set(TOKEN, "     ", "mara")).hasMessageContaining("4 to 8000");
        redaction.remember("", "{{token}}");
        redaction.remember("abc", "{{token}}");
        assertThat(redaction.clean("the abc of 1 shop")).isEqualTo("the abc of 1 shop");
    }

    @Test
    void whatWasUsedIsTakenOutOfTextsInAllItsForms() {
        Secrets secrets = secrets(key(1));
        secrets.set(TOKEN, VALUE, "mara");
        String used = secrets.value(TOKEN, "test");
        String base64 = Base64.getEncoder().encodeToString(used.getBytes(StandardCharsets.UTF_8));
        String text = "plain " + used + ", quoted s3cr3t/ \\\"quoted\\\" & more, encoded "
                + java.net.URLEncoder.encode(used, StandardCharsets.UTF_8) + ", base64 " + base64;
        assertThat(redaction.clean(text))
                .doesNotContain("s3cr3t", base64)
                .contains("plain {{secrets.SHOP_TOKEN}}, quoted {{secrets.SHOP_TOKEN}}");
    }

    private Secrets secrets(String keys) {
        return new Secrets(
                Keyring.of(keys), new SecretBook(database, clock), new SecretSources(Map.of(), null, null), redaction);
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
