package io.tillflow.connectors.letterboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.StoredFile;
import io.tillflow.connectors.data.files.WriteResult;
import io.tillflow.connectors.data.files.local.LocalFiles;
import io.tillflow.connectors.letterboxes.ToldLetter.Outcome;
import io.tillflow.connectors.messaging.imap.ImapAccount;
import io.tillflow.connectors.messaging.imap.ImapAccount.Security;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is wrong with a mailbox or a letter is named, and nothing is lost or told twice by it. */
class LetterboxTroubleIT extends LetterboxCase {
    @Test
    void brokenLettersAreEventsAllTheSameAndSaySo() {
        begin(box("INBOX", EnumSet.allOf(Taken.class), 100, false));
        mail.deliver("INBOX", head("<no-end@x>", "=?utf-8?B?kaputt?=") + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=never-seen

                There is no such boundary in here.
                """, now());
        mail.deliver("INBOX", head("<no-base64@x>", "Odd letters") + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=klingon

                nuqneH
                --b
                Content-Type: application/pdf; name=bill.pdf
                Content-Disposition: attachment; filename=bill.pdf
                Content-Transfer-Encoding: base64

                !!! this is no base64 at all ???
                --b--
                """, now());
        mail.deliver("INBOX", "\nno head at all\n", now());
        look();
        assertThat(events()).hasSize(3);
        assertThat(data("<no-end@x>").path("subject").asString()).isNotEmpty();
        JsonNode odd = data("<no-base64@x>");
        assertThat(odd.path("text").asString()).isEqualTo("nuqneH");
        assertThat(odd.path("leftOut").get(0).path("why").asString()).isEqualTo("it cannot be decoded");
        assertThat(told.of(id)).hasSize(3);
        assertThat(position().trouble()).isNull();
    }

    @Test
    void aLetterWithStrangeCharactersOrThatCannotBeToldStopsNoOther() {
        begin(box("INBOX", EnumSet.allOf(Taken.class), 100, false));
        letter("<next\u0085line@x>", "unseen", "");
        letter("<after@x>", "after it", "");
        look();
        assertThat(events()).hasSize(2).contains(id + "/<after@x>");
        assertThat(told.of(id)).allMatch(it -> it.outcome() == Outcome.TOLD);

        attachment("<boom@x>", "cGljdHVyZQ==");
        letter("<last@x>", "the last", "");
        letterboxes(new RefusingFiles(), clock).look(book.find(id).orElseThrow());
        assertThat(events()).hasSize(3).contains(id + "/<last@x>");
        assertThat(told.of(id).get(1).outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(told.of(id).get(1).explanation()).startsWith("became no event");
        assertThat(position().trouble()).isNull();
    }

    @Test
    void anotherLetterUnderTheSameIdLeavesTheDocumentsOfTheFirst() {
        begin(box("INBOX", EnumSet.allOf(Taken.class), 100, false));
        attachment("<twice@x>", "Zmlyc3Q=");
        attachment("<twice@x>", "c2Vjb25k");
        look();
        assertThat(events()).hasSize(1);
        FilePath first = new FilePath(
                data("<twice@x>").path("attachments").get(0).path("file").asString());
        assertThat(new LocalFiles(folder).read(first, 1_000).orElseThrow().content())
                .asString()
                .isEqualTo("first");
    }

    @Test
    void aSlowMailboxIsReadInSeveralLooks() {
        begin(box("INBOX", USUAL, 100, false));
        for (int i = 1; i <= 5; i++) {
            letter("<" + i + "@x>", "number " + i, "");
        }
        InstantSource slow = () -> {
            clock.advance(Duration.ofSeconds(50));
            return clock.instant();
        };
        letterboxes(new LocalFiles(folder), slow.withZone(ZoneOffset.UTC))
                .look(book.find(id).orElseThrow());
        assertThat(events()).hasSizeBetween(1, 4);
        assertThat(nextLook()).as("at once").isEqualTo(now());
        look();
        assertThat(events()).hasSize(5);
    }

    private void attachment(String messageId, String base64) {
        mail.deliver("INBOX", head(messageId, "a picture") + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: application/pdf; name=bill.pdf
                Content-Disposition: attachment; filename=bill.pdf
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(base64), now());
    }

    /** Fails as nobody expects. */
    private static final class RefusingFiles implements FileStore {
        @Override
        public Optional<StoredFile> read(FilePath path, int largest) {
            return Optional.empty();
        }

        @Override
        public boolean holds(FilePath path, long bytes, String checksum) {
            return false;
        }

        @Override
        public WriteResult write(FilePath path, byte[] content, Expected expected) {
            throw new IllegalArgumentException("no such document is kept");
        }
    }

    @Test
    void aMailboxThatWasMovedLosesAndRepeatsNothing() {
        mail.makeFolder("Service");
        begin(box("Service", USUAL, 100, false));
        mail.deliver("Service", head("<1@x>", "one") + "\nhello\n", now());
        look();
        mail.deleteFolder("Service");
        look();
        assertThat(position().trouble())
                .startsWith("there is no folder 'Service'")
                .contains("moved, renamed");
        mail.makeFolder("Service");
        mail.deliver("Service", head("<ancient@x>", "long before") + "\nhello\n", now().minus(Duration.ofDays(90)));
        mail.deliver("Service", head("<1@x>", "one") + "\nhello\n", now());
        mail.deliver("Service", head("<2@x>", "two") + "\nhello\n", now());
        look();
        assertThat(events()).containsExactly(id + "/<1@x>", id + "/<2@x>");
        assertThat(position().trouble()).isNull();
        assertThat(position().movedAt()).isEqualTo(now());
        mail.deliver("Service", head("<3@x>", "three") + "\nhello\n", now().minus(Duration.ofDays(90)));
        look();
        assertThat(events()).as("caught up: also what was put there late").contains(id + "/<3@x>");
    }

    @Test
    void eachTroubleIsNamedAndKnockedAtLessAndLess() {
        begin(box("INBOX", USUAL, 100, false));
        secrets.set(kept().secretName(), "wrong password", "mara");
        look();
        assertThat(position().trouble())
                .contains("refuses the login 'service@ullmere.example'")
                .doesNotContain("wrong");
        assertThat(nextLook()).isEqualTo(now().plusSeconds(60));
        look();
        look();
        assertThat(nextLook()).isEqualTo(now().plusSeconds(240));
        for (int i = 0; i < 12; i++) {
            look();
        }
        assertThat(nextLook()).isEqualTo(now().plus(Duration.ofMinutes(30)));
        secrets.delete(kept().secretName());
        look();
        assertThat(position().trouble()).contains("expected the secret " + kept().secretName());
        secrets.set(kept().secretName(), MailHost.PASSWORD, "mara");
        look();
        assertThat(position().trouble()).isNull();
        assertThat(nextLook()).isEqualTo(now().plusSeconds(60));

        change(box(new ImapAccount("127.0.0.1", mail.tlsPort(), Security.TLS, mail.login(), "INBOX")));
        look();
        assertThat(position().trouble()).contains("cannot be spoken to safely");
        change(box(new ImapAccount("127.0.0.1", mail.port(), Security.STARTTLS, mail.login(), "INBOX")));
        look();
        assertThat(position().trouble()).isNotNull();
        int nobody = mail.port();
        mail.close();
        change(box(new ImapAccount("127.0.0.1", nobody, Security.NONE, mail.login(), "INBOX")));
        look();
        assertThat(position().trouble()).contains("takes no calls: check host and port");
    }

    @Test
    void looksIntoNoNetworkOfOursAndSendsNoPasswordOpenly() {
        Letterbox own = box("INBOX", USUAL, 100, false);
        Letterboxes strict = letterboxes("mail.ours.example");
        assertThatThrownBy(() -> strict.save(own)).hasMessageContaining("tls or starttls for 127.0.0.1");
        ImapAccount inside = new ImapAccount("127.0.0.1", mail.port(), Security.STARTTLS, mail.login(), "INBOX");
        strict.save(box(inside));
        secrets.set(own.secretName(), MailHost.PASSWORD, "mara");
        strict.look(book.find(id).orElseThrow());
        assertThat(position().trouble()).contains("its address is private");
        assertThatThrownBy(() -> box(new ImapAccount("a b", 1, Security.TLS, "x", "INBOX")))
                .hasMessageContaining("host must be");
    }
}
