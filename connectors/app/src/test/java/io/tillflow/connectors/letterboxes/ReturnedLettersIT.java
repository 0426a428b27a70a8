package io.tillflow.connectors.letterboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.letterboxes.ToldLetter.Outcome;
import io.tillflow.connectors.messaging.AtMostOnce;
import io.tillflow.connectors.messaging.Email;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Letters;
import io.tillflow.connectors.messaging.MailServer;
import io.tillflow.connectors.messaging.SuppressionList;
import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.messaging.letter.Sender;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.OutcomeUnknown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters of ours that come back into a letterbox as reports of mail servers. */
class ReturnedLettersIT extends LetterboxCase {
    private static final String HARD = "5.1.1";
    private final String shopper = "mara-" + UUID.randomUUID() + "@example.org";
    private final List<Email> offered = new ArrayList<>();
    private boolean silent;
    private boolean early;

    @BeforeEach
    void beginTheBox() {
        begin(box("INBOX", USUAL, 100, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1.1", "5.1.2", "5.1.3 (bad address)", "5.1.6", "5.1.10"})
    void anAddressThatDoesNotExistIsWrittenToNoMore(String status) {
        Email letter = send();
        report(letter.messageId(), recipient(shopper, "failed", status));
        look();
        assertThat(suppressed.why(shopper))
                .hasValueSatisfying(why -> assertThat(why).contains("there is no such mailbox (" + code(status) + ")"));
        assertThat(told.of(id)).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.BOUNCED);
            assertThat(it.explanation()).contains("came back", "no letter goes there any more");
        });
        assertThat(events()).isEmpty();
        assertThat(noted(letter)).isEqualTo("it came back: " + code(status));
        assertThat(send(new EffectKey(UUID.randomUUID() + "/next/1"))).isInstanceOf(Handover.Withheld.class);
        assertThat(offered).hasSize(1);
    }

    @Test
    void whatTheOtherServerAnsweredCountsWhereTheReportHasNoCodeOfItsOwn() {
        report(send().messageId(), recipient(shopper, "failed", "5.0.0") + """
                Remote-MTA: dns; mx.example.org
                Diagnostic-Code: smtp;
                  550 5.1.1 unknown user
                """);
        look();
        assertThat(suppressed.why(shopper)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"failed, 5.2.2", "failed, 4.4.7", "failed, 5.7.1", "failed, 5.1.0", "failed, 5.1.11", "delayed, 4.2.2"})
    void whatMayPassIsOnlyNoted(String action, String status) {
        Email letter = send();
        report(letter.messageId(), recipient(shopper, action, status));
        look();
        assertThat(suppressed.why(shopper)).isEmpty();
        assertThat(told.of(id)).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.BOUNCED);
            assertThat(it.explanation()).contains(status, "letters still go to its address");
        });
        assertThat(noted(letter)).contains(status);
    }

    @Test
    void aReportThatNamesNoLetterOfOursOrAnotherAddressIsNotBelieved() {
        Email letter = send();
        String other = "somebody-" + UUID.randomUUID() + "@example.org";
        report("<" + UUID.randomUUID() + "@tillflow>", recipient(shopper, "failed", HARD));
        report(letter.messageId(), recipient(other, "failed", HARD));
        report(letter.messageId(), recipient(shopper, "delivered", "2.0.0"));
        mail.deliver(
                "INBOX",
                "From: MAILER-DAEMON@example.org\nMessage-ID: <plain@x>\nSubject: Undeliverable\n\n"
                        + letter.messageId() + "\n" + recipient(shopper, "failed", HARD),
                now());
        look();
        assertThat(suppressed.why(shopper)).isEmpty();
        assertThat(suppressed.why(other)).isEmpty();
        assertThat(told.of(id))
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.outcome()).isEqualTo(Outcome.AUTOMATIC));
        assertThat(noted(letter)).isEmpty();
    }

    /** Keys of effects are made of an order's id and its model, which its buyer knows, whosever address they gave. */
    @Test
    void nobodyCanTellALettersIdFromItsKey() {
        EffectKey key = new EffectKey(UUID.randomUUID() + "/send-confirmation/1");
        send(key);
        UUID told = UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8));
        report("<" + told + "@tillflow>", recipient(shopper, "failed", HARD));
        look();
        assertThat(suppressed.why(shopper)).isEmpty();
        assertThat(noted(offered.getLast())).isEmpty();
    }

    @Test
    void aReportThatOvertakesItsLettersHandOverCounts() {
        early = true;
        Email letter = send();
        assertThat(suppressed.why(shopper)).isPresent();
        assertThat(state(letter)).isEqualTo("SENT");
        assertThat(noted(letter)).isEqualTo("it came back: " + HARD);
    }

    @Test
    void ofWhatAReportSaysOnlyCodesAreKept() {
        Email letter = send();
        report(letter.messageId(), recipient(shopper, "failed", "5.2.2 (" + shopper + ")"));
        look();
        assertThat(noted(letter)).isEqualTo("it came back: 5.2.2");
        report(
                letter.messageId(),
                recipient(shopper, "failed", "") + "Diagnostic-Code: smtp; 552 full: " + shopper + "\n");
        look();
        assertThat(noted(letter)).isEqualTo("it came back: 552");
        report(letter.messageId(), recipient(shopper, "failed", shopper));
        look();
        assertThat(noted(letter)).isEqualTo("it came back: without a code");
        report(
                letter.messageId(),
                recipient(shopper, "failed", shopper) + "Diagnostic-Code: smtp; 550 5.1.1 <" + shopper + ">\n");
        look();
        assertThat(noted(letter)).isEqualTo("it came back: 5.1.1");
        assertThat(suppressed.why(shopper))
                .hasValueSatisfying(why -> assertThat(why).doesNotContain(shopper));
        assertThat(told.of(id))
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.explanation()).doesNotContain(shopper));
    }

    private static String code(String status) {
        return status.replaceAll(" .*", "");
    }

    @Test
    void aLetterThatNeverLeftDoesNotComeBack() {
        SuppressionList.Entry listed = suppressed.add(shopper, SuppressionList.Cause.BY_HAND, "asked for it", "ada");
        EffectKey key = new EffectKey(UUID.randomUUID() + "/send/1");
        send(key);
        assertThat(offered).isEmpty();
        suppressed.remove(listed.seq());
        report(messageId(key), recipient(shopper, "failed", HARD));
        look();
        assertThat(suppressed.why(shopper)).isEmpty();
    }

    @Test
    void whatComesBackHasLeftThoughNobodyKnewAndOldLettersComeBackNoMore() {
        silent = true;
        Email letter = send();
        assertThat(state(letter)).isEqualTo("UNKNOWN");
        report(letter.messageId(), recipient(shopper, "delayed", "4.4.1"));
        look();
        assertThat(state(letter)).isEqualTo("SENT");

        clock.advance(Duration.ofDays(31));
        new ReturnedLetters(sent, suppressed, clock).forgetTheOld();
        report(letter.messageId(), recipient(shopper, "failed", HARD));
        look();
        assertThat(suppressed.why(shopper)).isEmpty();
    }

    @Test
    void whoWantsLettersOfMachinesGetsTheEventAsWell() {
        change(box("INBOX", USUAL, 100, true));
        report(send().messageId(), recipient(shopper, "failed", HARD));
        look();
        assertThat(suppressed.why(shopper)).isPresent();
        assertThat(events()).hasSize(1);
    }

    private static String recipient(String address, String action, String status) {
        return "Original-Recipient: rfc822;" + address + "\nFinal-Recipient: RFC822; <" + address + ">\nAction: "
                + action + "\nStatus: " + status + "\n";
    }

    /** As mail servers write it. */
    private void report(String messageId, String recipient) {
        mail.deliver("INBOX", """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
                To: hello@ullmere.example
                Message-ID: <%s@mx.example.org>
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                Arrival-Date: Mon, 2 Mar 2026 11:00:00 +0000

                %s
                --b
                Content-Type: text/rfc822-headers

                Return-Path: <hello@ullmere.example>
                Subject: Your order
                Message-ID:
                 %s

                --b--
                """.formatted(UUID.randomUUID(), recipient, messageId), now());
    }

    private Email send() {
        send(new EffectKey(UUID.randomUUID() + "/send-confirmation/1"));
        return offered.getLast();
    }

    private Handover send(EffectKey key) {
        Map<String, String> facts = Map.of("shopUrl", "https://shop.example", "hours", "2");
        try {
            return new Letters(
                            new AtMostOnce(sent, Duration.ofMinutes(1), clock),
                            new LetterTemplates(() -> Sender.SHIPPED),
                            server(),
                            suppressed)
                    .send(new Letter("account-none", "7f3", shopper, facts, List.of()), key);
        } catch (OutcomeUnknown doubt) {
            return new Handover.Refused("in doubt");
        }
    }

    private MailServer server() {
        return new MailServer() {
            @Override
            public Handover send(Email email) {
                offered.add(email);
                if (early) {
                    report(email.messageId(), recipient(shopper, "failed", HARD));
                    look();
                }
                if (silent) {
                    throw new OutcomeUnknown("it fell silent");
                }
                return new Handover.Accepted();
            }

            @Override
            public Optional<Boolean> received(String messageId) {
                return Optional.empty();
            }
        };
    }

    private String messageId(EffectKey key) {
        return database.sql("select message_id from connectors.letter where effect_key = :key")
                .param("key", key.value())
                .query(String.class)
                .single();
    }

    private String noted(Email letter) {
        return column("coalesce(reason, '')", letter);
    }

    private String state(Email letter) {
        return column("state", letter);
    }

    private String column(String column, Email letter) {
        return database.sql("select " + column + " from connectors.letter where message_id = :id")
                .param("id", letter.messageId())
                .query(String.class)
                .single();
    }
}
