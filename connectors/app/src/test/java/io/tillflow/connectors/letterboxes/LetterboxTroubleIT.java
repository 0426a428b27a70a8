package io.tillflow.connectors.letterboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.messaging.imap.ImapAccount;
import io.tillflow.connectors.messaging.imap.ImapAccount.Security;
import java.time.Duration;
import java.util.EnumSet;
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
