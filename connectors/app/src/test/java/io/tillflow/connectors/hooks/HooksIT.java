package io.tillflow.connectors.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.hooks.Delivery.Outcome;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.secrets.TestSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Only who knows the secret is heard, each event once, and every call can be looked at; with a real database. */
class HooksIT {
    private static final DataSource SOURCE = TestDatabase.dataSource();
    private static final String BODY = "{\"id\": \"evt-1\", \"order\": {\"id\": 7}, \"name\": \"Ada\"}";

    private final JdbcClient database = JdbcClient.create(SOURCE);
    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final Redaction redaction = new Redaction();
    private final Secrets secrets = TestSecrets.in(database, redaction);
    private final HookBook book = new HookBook(database);
    private final Deliveries deliveries = new Deliveries(database, redaction, clock);
    private final Hooks hooks = new Hooks(
            book,
            deliveries,
            new Rates(),
            Inbox.on(database, new TransactionTemplate(new DataSourceTransactionManager(SOURCE)), clock),
            secrets,
            clock);
    private final String id = "h-" + UUID.randomUUID();

    @AfterEach
    void nothingIsLeftForOtherTests() {
        book.find(id).ifPresent(hooks::delete);
        database.sql("delete from connectors.inbox where source = 'webhook' and starts_with(id, :id)")
                .param("id", id)
                .update();
    }

    @Test
    void aGenuineCallBecomesOneEventThatCarriesOnlyWhatWasAskedFor() {
        Hook hook = hook("tillflow", "/id", "/order/id", Map.of("order", "/order/id", "gone", "/nothing"));
        String secret = hooks.save(hook);
        assertThat(secret).startsWith("whk_").hasSize(68);
        assertThat(hooks.save(hook)).as("told once").isEmpty();

        assertThat(call(hook, secret, BODY).outcome()).isEqualTo(Outcome.ACCEPTED);
        clock.advance(Duration.ofMinutes(1));
        assertThat(call(hook, secret, BODY).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(events()).singleElement().isEqualTo(id + "/evt-1 about 7");
        assertThat(data())
                .contains("\"order\": 7", "\"gone\": null", "\"byHand\": false")
                .doesNotContain("Ada");
    }

    @Test
    void aWrongSignatureIsNoEventAndLeavesNoSecretInWhatIsShown() {
        Hook hook = hook("tillflow", null, null, Map.of());
        String secret = hooks.save(hook);
        assertThat(call(hook, "whk_" + "0".repeat(64), BODY).outcome()).isEqualTo(Outcome.NOT_GENUINE);
        assertThat(hooks.hear(hook, new Call(Map.of(), bytes(BODY), false)).outcome())
                .isEqualTo(Outcome.NOT_GENUINE);
        String tampered = hook.signing().sign(secret, bytes(BODY), clock);
        Call other = new Call(Map.of(hook.header(), tampered), bytes(BODY.replace("Ada", secret)), false);
        assertThat(hooks.hear(hook, other).outcome()).isEqualTo(Outcome.NOT_GENUINE);
        assertThat(events()).isEmpty();
        List<Delivery> shown = deliveries.of(id);
        assertThat(shown).hasSize(3);
        assertThat(shown.getFirst().headers().toString()).contains("(hidden)");
        assertThat(shown.getFirst().payload()).contains("{{secrets." + hook.secretName() + "}}");
        assertThat(shown.toString()).doesNotContain(secret, tampered);
    }

    @Test
    void aReplayIsRefusedLaterAndHarmlessSooner() {
        Hook hook = hook("tillflow", null, null, Map.of());
        String secret = hooks.save(hook);
        Call recorded =
                new Call(Map.of(hook.header(), hook.signing().sign(secret, bytes(BODY), clock)), bytes(BODY), false);
        assertThat(hooks.hear(hook, recorded).outcome()).isEqualTo(Outcome.ACCEPTED);
        clock.advance(Duration.ofMinutes(4));
        assertThat(hooks.hear(hook, recorded).outcome()).isEqualTo(Outcome.REPEATED);
        clock.advance(Duration.ofMinutes(2));
        assertThat(hooks.hear(hook, recorded).outcome()).isEqualTo(Outcome.NOT_GENUINE);
        assertThat(events()).hasSize(1);
    }

    @Test
    void eachWayOfSigningIsHeardAndAReplayOfAnyIsOneEvent() {
        for (String signing : List.of("sha256-hex", "sha256-base64", "token")) {
            Hook hook = hook(signing, null, null, Map.of());
            book.find(id).ifPresent(hooks::delete);
            String secret = hooks.save(hook);
            String body = "{\"by\": \"" + signing + "\"}";
            assertThat(call(hook, secret, body).outcome()).as(signing).isEqualTo(Outcome.ACCEPTED);
            assertThat(call(hook, secret, body).outcome()).as(signing).isEqualTo(Outcome.REPEATED);
            assertThat(call(hook, secret + "0", body).outcome()).as(signing).isEqualTo(Outcome.NOT_GENUINE);
        }
        assertThat(events()).hasSize(3);
    }

    @Test
    void whatIsTooLargeTooOftenOrUnreadableSaysSo() {
        Hook hook = hook("token", "/id", null, Map.of());
        String secret = hooks.save(hook);
        assertThat(call(hook, secret, "x".repeat(Hooks.LARGEST + 1)).outcome()).isEqualTo(Outcome.TOO_LARGE);
        assertThat(call(hook, secret, "<html>").explanation()).contains("JSON object or array");
        assertThat(call(hook, secret, "{\"id\": {}}").explanation()).contains("/id in the payload");
        for (int i = 0; i < 10; i++) {
            call(hook, secret, BODY.replace("evt-1", "evt-" + i));
        }
        Deliveries.Told last = call(hook, secret, BODY);
        assertThat(last.outcome()).isEqualTo(Outcome.TOO_MANY);
        assertThat(last.explanation()).isEqualTo("expected at most 10 calls a minute");
        assertThat(events()).hasSize(8);
    }

    @Test
    void aNewSecretEndsTheOldOneAndAMissingOneKeepsEverybodyOut() {
        Hook hook = hook("token", null, null, Map.of());
        String old = hooks.save(hook);
        String fresh = hooks.newSecret(hook, "mara");
        assertThat(call(hook, old, BODY).outcome()).isEqualTo(Outcome.NOT_GENUINE);
        assertThat(call(hook, fresh, BODY).outcome()).isEqualTo(Outcome.ACCEPTED);
        secrets.delete(hook.secretName());
        assertThat(call(hook, fresh, BODY).outcome()).isEqualTo(Outcome.NO_SECRET);
    }

    @Test
    void tryingItOutGoesTheWholeWayEachTime() {
        Hook hook = hook("tillflow", "/id", null, Map.of());
        hooks.save(hook);
        assertThat(hooks.tryOut(hook, bytes(BODY)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(hooks.tryOut(hook, bytes(BODY)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(hooks.tryOut(hook, bytes("{}")).explanation()).contains("/id in the payload");
        assertThat(events()).hasSize(2).allMatch(event -> event.startsWith(id + "/test-"));
        assertThat(data()).contains("\"byHand\": true");
    }

    @Test
    void keepsTheLastCallsForAWeekRefusedOnesBesideTheOthers() {
        Hook hook = hook("token", null, null, Map.of());
        hooks.save(hook);
        for (int i = 0; i < 60; i++) {
            deliveries.note(
                    hook,
                    new Call(Map.of(), bytes("{\"n\": " + i + "}"), false),
                    new Deliveries.Told(i < 5 ? Outcome.NOT_GENUINE : Outcome.ACCEPTED, "as told", null));
        }
        assertThat(deliveries.of(id)).hasSize(50);
        assertThat(database.sql(
                                "select count(*) from connectors.hook_delivery where hook = :id and outcome = 'NOT_GENUINE'")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        clock.advance(Duration.ofDays(8));
        deliveries.forgetTheOld();
        assertThat(deliveries.of(id)).isEmpty();
    }

    @Test
    void namesWhatMakesNoSense() {
        assertThatThrownBy(() -> hook("rot13", null, null, Map.of())).hasMessageContaining("tillflow, sha256-hex");
        assertThatThrownBy(() -> hook("token", "id", null, Map.of())).hasMessageContaining("like /order/id, was 'id'");
        assertThatThrownBy(() -> hook("token", null, null, Map.of("dryRun", "/x")))
                .hasMessageContaining("'dryRun'");
        assertThatThrownBy(() -> hook("token", null, null, Map.of("a b", "/x"))).hasMessageContaining("'a b'");
    }

    private Hook hook(
            String signing, @Nullable String idFrom, @Nullable String subjectFrom, Map<String, String> variables) {
        Signing how = Signing.of(signing);
        return new Hook(
                id, "form-sent", how, how.usualHeader(), idFrom, subjectFrom, variables, 10, clock.instant(), "mara");
    }

    private Deliveries.Told call(Hook hook, String secret, String body) {
        String signed = hook.signing().sign(secret, bytes(body), clock);
        return hooks.hear(hook, new Call(Map.of(hook.header(), signed), bytes(body), false));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> events() {
        return database.sql("""
                select id || ' about ' || subject from connectors.inbox where source = 'webhook' and starts_with(id, :id) order by seq
                """).param("id", id).query(String.class).list();
    }

    private String data() {
        return database.sql("""
                select data::text from connectors.inbox where source = 'webhook' and starts_with(id, :id) order by seq limit 1
                """).param("id", id).query(String.class).single();
    }
}
