package io.tillflow.connectors.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.messaging.letter.Sender;
import io.tillflow.connectors.messaging.mailbox.LocalMailServer;
import io.tillflow.connectors.messaging.mailbox.Mailbox;
import io.tillflow.connectors.messaging.smtp.SmtpServer;
import io.tillflow.connectors.messaging.smtp.SmtpSettings;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.Page;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LettersIT {
    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final Mailbox mailbox = new Mailbox(TestDatabase.jdbc(), clock);
    private final LetterBook book = new LetterBook(TestDatabase.jdbc(), clock);
    private final SuppressionList suppressed = new SuppressionList(TestDatabase.jdbc(), clock);
    private final EffectKey key = new EffectKey(UUID.randomUUID() + "/send-confirmation/1");
    private final String shopper = "mara-" + UUID.randomUUID() + "@example.org";
    private final LocalMailServer local = new LocalMailServer(0, mailbox);

    @BeforeEach
    void startTheMailbox() {
        local.start();
    }

    @AfterEach
    void stopTheMailbox() {
        local.close();
    }

    @Test
    void aLetterArrivesInTheLocalMailboxAsTextAndHtml() {
        assertThat(letters(smtp(local.port())).send(letter(), key)).isEqualTo(new Handover.Accepted());

        Mailbox.Received received = onlyLetter();
        assertThat(received.subject()).isEqualTo("Your order U-1001 is confirmed");
        Mailbox.Opened opened = mailbox.open(received.id()).orElseThrow();
        assertThat(opened.text()).contains("It is yours, Mara Ångström", "1 x Tarn table lamp", "€64.00");
        assertThat(opened.html()).contains("Tarn table lamp", "https://shop.example/orders/7f3?token=t&amp;x=1");
    }

    @Test
    void aRepeatedJobSendsNoSecondLetter() {
        Letters letters = letters(smtp(local.port()));
        letters.send(letter(), key);
        letters.send(letter(), key);

        assertThat(onlyLetter().to()).isEqualTo(shopper);
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        local.close();
        assertThatThrownBy(() -> letters(smtp(local.port())).send(letter(), key))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(book.entry(key).state()).isEqualTo(LetterState.NOT_SENT);

        try (LocalMailServer back = new LocalMailServer(0, mailbox)) {
            back.start();
            letters(smtp(back.port())).send(letter(), key);
        }
        assertThat(book.entry(key).state()).isEqualTo(LetterState.SENT);
        assertThat(book.entry(key).attempts()).isEqualTo(2);
    }

    @Test
    void aServerThatFallsSilentLeavesADoubtThatAPersonSettles() {
        List<Email> sent = new ArrayList<>();
        MailServer silent = server(email -> {
            sent.add(email);
            throw new OutcomeUnknown("it fell silent");
        });
        assertThatThrownBy(() -> letters(silent).send(letter(), key)).isInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(() -> letters(silent).send(letter(), key)).isInstanceOf(OutcomeUnknown.class);
        assertThat(sent).hasSize(1);

        LetterBook.Entry doubt = book.all(LetterState.UNKNOWN, Page.Request.of(null, 500)).items().stream()
                .filter(entry -> entry.effectKey().equals(key.value()))
                .findAny()
                .orElseThrow();
        assertThat(book.resolve(doubt.seq(), LetterState.NOT_SENT)).isPresent();
        letters(smtp(local.port())).send(letter(), key);
        assertThat(onlyLetter().to()).isEqualTo(shopper);
        assertThat(book.resolve(doubt.seq(), LetterState.SENT)).isEmpty();
    }

    @Test
    void aSenderThatDiedIsADoubtWhereTheServerCannotBeAsked() {
        crashWhileSending();
        MailServer unasked = server(email -> new Handover.Accepted());
        assertThatThrownBy(() -> letters(unasked).send(letter(), key)).isInstanceOf(ProviderUnavailable.class);

        clock.advance(Duration.ofMinutes(2));
        assertThatThrownBy(() -> letters(unasked).send(letter(), key)).isInstanceOf(OutcomeUnknown.class);
        assertThat(book.entry(key).state()).isEqualTo(LetterState.UNKNOWN);
    }

    @Test
    void waitingForASenderThatMayStillBeThereIsNoTry() {
        crashWhileSending();
        clock.advance(Duration.ofSeconds(50));

        assertThatThrownBy(() -> letters(smtp(local.port())).send(letter(), key))
                .isInstanceOfSatisfying(
                        HeldBack.class,
                        held -> assertThat(held.retryAfter())
                                .hasValueSatisfying(pause -> assertThat(pause).isPositive()));
    }

    @Test
    void aSenderThatDiedIsNoDoubtWhereTheMailboxCanBeAsked() {
        crashWhileSending();
        clock.advance(Duration.ofMinutes(2));

        letters(smtp(local.port())).send(letter(), key);
        assertThat(onlyLetter().to()).isEqualTo(shopper);
        assertThat(book.entry(key).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void aRefusedAddressIsNotTriedAgain() {
        List<Email> offered = new ArrayList<>();
        MailServer strict = server(email -> {
            offered.add(email);
            return new Handover.Refused("no such address");
        });
        letters(strict).send(letter(), key);
        assertThat(letters(strict).send(letter(), key)).isEqualTo(new Handover.Refused("no such address"));
        assertThat(offered).hasSize(1);
    }

    @Test
    void anAddressThatDoesNotExistIsWrittenToNoMore() {
        List<Email> offered = new ArrayList<>();
        MailServer strict = server(email -> {
            offered.add(email);
            return new Handover.Refused("the mail server refused it with code 550", true);
        });
        assertThat(letters(strict).send(letter(), key)).isInstanceOf(Handover.Refused.class);
        Handover.Withheld withheld = new Handover.Withheld("the mail server refused it with code 550");
        assertThat(letters(strict).send(letter(), key)).isEqualTo(withheld);
        EffectKey next = new EffectKey(UUID.randomUUID() + "/send-follow-up/1");
        assertThat(letters(strict).send(letter(), next)).isEqualTo(withheld);
        assertThat(offered).hasSize(1);
        assertThat(book.entry(key).state()).isEqualTo(LetterState.WITHHELD);
        assertThat(book.entry(next).state()).isEqualTo(LetterState.WITHHELD);
    }

    @Test
    void theLocalMailboxKnowsAnAddressThatNobodyHas() {
        Letter letter =
                new Letter("order-confirmation", "7f3", "no-such-mailbox-" + shopper, letter().facts(), List.of());
        assertThat(letters(smtp(local.port())).send(letter, key))
                .isEqualTo(new Handover.Refused("the mail server refused it with code 550", true));
    }

    @Test
    void whoIsTakenOffTheListIsWrittenToAgain() {
        SuppressionList.Entry entry = suppressed.add(
                " " + shopper.toUpperCase(java.util.Locale.ROOT), SuppressionList.Cause.BY_HAND, "asked for it", "ada");
        assertThat(entry.shown()).isEqualTo("M…@EXAMPLE.ORG");
        assertThat(suppressed.add(shopper, SuppressionList.Cause.REFUSED, "550", "Automation"))
                .isEqualTo(entry);
        Letters letters = letters(smtp(local.port()));
        assertThat(letters.send(letter(), key)).isEqualTo(new Handover.Withheld("asked for it"));
        assertThat(suppressed.all(Page.Request.of(null, 500)).items()).contains(entry);
        assertThat(TestDatabase.jdbc()
                        .sql(
                                "select count(*) from connectors.suppressed_address s where s::text ilike '%' || :name || '%'")
                        .param("name", shopper.substring(0, shopper.indexOf('@')))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(suppressed.remove(entry.seq())).contains(entry);
        assertThat(suppressed.remove(entry.seq())).isEmpty();
        assertThat(letters.send(letter(), key)).isEqualTo(new Handover.Accepted());
        assertThat(onlyLetter().to()).isEqualTo(shopper);
    }

    @Test
    void whatItsReaderDoesNotWantIsWithheldEvenWhenItWasTriedBefore() {
        List<Email> offered = new ArrayList<>();
        MailServer away = server(email -> {
            offered.add(email);
            throw new ProviderUnavailable("not now");
        });
        Letter letter = followUp("https://shop.example/letters/stop/1/k");
        assertThatThrownBy(() -> letters(away).send(letter, key, Optional.empty()))
                .isInstanceOf(ProviderUnavailable.class);
        Handover.Withheld withheld = new Handover.Withheld("wants no such letters");
        assertThat(letters(away).send(letter, key, Optional.of("wants no such letters")))
                .isEqualTo(withheld);
        assertThat(offered).hasSize(1);
        assertThat(book.entry(key)).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(LetterState.WITHHELD);
            assertThat(entry.reason()).isEqualTo("wants no such letters");
        });
    }

    @Test
    void whatIsNoAddressOrHasNoReasonIsNotPutOnTheList() {
        assertThatThrownBy(() -> suppressed.add("nobody", SuppressionList.Cause.BY_HAND, "x", "ada"))
                .hasMessageContaining("like name@example.com");
        assertThatThrownBy(() -> suppressed.add(shopper, SuppressionList.Cause.BY_HAND, " ", "ada"))
                .hasMessageContaining("reason must be given");
    }

    private void crashWhileSending() {
        assertThatThrownBy(() -> letters(server(email -> {
                            throw new StackOverflowError("the process dies here");
                        }))
                        .send(letter(), key))
                .isInstanceOf(StackOverflowError.class);
        assertThat(book.entry(key).state()).isEqualTo(LetterState.SENDING);
    }

    private Mailbox.Received onlyLetter() {
        List<Mailbox.Received> received =
                mailbox.list(shopper, Page.Request.of(null, 10)).items();
        assertThat(received).hasSize(1);
        return received.getFirst();
    }

    private Letters letters(MailServer server) {
        return new Letters(
                new AtMostOnce(book, Duration.ofSeconds(60), clock),
                new LetterTemplates(() -> Sender.SHIPPED),
                server,
                suppressed);
    }

    private SmtpServer smtp(int port) {
        SmtpSettings settings =
                new SmtpSettings("127.0.0.1", port, null, null, false, "hello@ullmere.example", Duration.ofSeconds(5));
        return new SmtpServer(settings, messageId -> Optional.of(mailbox.holds(messageId)));
    }

    private static MailServer server(Function<Email, Handover> answer) {
        return new MailServer() {
            @Override
            public Handover send(Email email) {
                return answer.apply(email);
            }

            @Override
            public Optional<Boolean> received(String messageId) {
                return Optional.empty();
            }
        };
    }

    private Letter followUp(String stop) {
        Map<String, String> facts =
                Map.of("number", "U-1001", "name", "Mara", "orderUrl", "https://shop.example/o", Letter.STOP_URL, stop);
        return new Letter("follow-up", "7f3", shopper, facts, List.of());
    }

    private Letter letter() {
        return new Letter(
                "order-confirmation",
                "7f3",
                shopper,
                Map.of(
                        "number", "U-1001",
                        "name", "Mara Ångström",
                        "total", "€64.00",
                        "delivery", "€0.00",
                        "orderUrl", "https://shop.example/orders/7f3?token=t&x=1"),
                List.of(new Letter.Line("Tarn table lamp", 1, "€64.00")));
    }
}
