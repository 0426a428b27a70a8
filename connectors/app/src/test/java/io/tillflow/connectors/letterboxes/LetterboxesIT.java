package io.tillflow.connectors.letterboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.local.LocalFiles;
import io.tillflow.connectors.letterboxes.ToldLetter.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each letter of a mailbox is one event, and little of it enters the engine; a real mail server and database. */
class LetterboxesIT extends LetterboxCase {
    @Test
    void aLetterIsOneEventWithWhatWasAskedForHoweverManyLookAndAfterACrash() {
        letter("<old@x>", "Before the letterbox was made", "");
        begin(box("INBOX", USUAL, 12, false));
        letter("<1@x>", "Where is it?", "Subject-of-nobody: x\n");
        letter("<2@x>", "And the second?", "");
        CompletableFuture.allOf(CompletableFuture.runAsync(this::look), CompletableFuture.runAsync(this::look))
                .join();
        look();
        assertThat(events()).containsExactly(id + "/<1@x>", id + "/<2@x>");
        JsonNode first = data("<1@x>");
        assertThat(first.path("from").asString()).isEqualTo("ada@example.com");
        assertThat(first.path("name").asString()).isEqualTo("Ada Müller");
        assertThat(first.path("subject").asString()).isEqualTo("Where is it?");
        assertThat(first.path("text").asString()).isEqualTo("Dear shop, w");
        assertThat(first.path("cut").asBoolean()).isTrue();
        assertThat(first.path("automatic").asString()).isEqualTo("no");
        assertThat(first.has("attachments")).isFalse();

        // as if the process had died after the event and before its place was kept
        database.sql("update connectors.letterbox set next_uid = 1 where id = :id")
                .param("id", id)
                .update();
        look();
        assertThat(events()).hasSize(3).contains(id + "/<old@x>").doesNotHaveDuplicates();
        assertThat(told.of(id)).hasSize(3);
    }

    @Test
    void attachmentsLieAmongTheDocumentsAndLargeOnesStayInTheMailbox() {
        begin(box("INBOX", EnumSet.allOf(Taken.class), 4_000, false));
        mail.deliver("INBOX", brokenPlate(), now());
        look();
        JsonNode letter = data("<a@x>");
        assertThat(letter.path("text").asString()).isEqualTo("It came broken & late.\n\nAda");
        JsonNode picture = letter.path("attachments").get(0);
        assertThat(picture.path("name").asString()).isEqualTo("../../my plate.png");
        String file = picture.path("file").asString();
        assertThat(file).startsWith("letters/" + id + "/2026-03-02/").endsWith("/1-.._.._my_plate.png");
        assertThat(new LocalFiles(folder)
                        .read(new FilePath(file), 1_000)
                        .orElseThrow()
                        .content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("a picture");
        assertThat(letter.path("leftOut").get(0).path("why").asString()).isEqualTo("larger than 10 MB");
        ToldLetter shown = told.of(id).getFirst();
        assertThat(shown.bytes()).isGreaterThan(50_000_000);
        assertThat(shown.explanation())
                .isEqualTo(
                        "became an event; of its attachments 1 stay in the mailbox, 'film.mp4' since: larger than 10 MB");
    }

    @Test
    void whatNoPersonWroteIsLeftAloneUnlessAskedFor() {
        begin(box("INBOX", USUAL, 100, false));
        automatic();
        look();
        assertThat(events()).isEmpty();
        assertThat(told.of(id)).hasSize(4).allMatch(it -> it.outcome() == Outcome.AUTOMATIC);
        assertThat(told.of(id).getLast().explanation()).contains("an automatic reply");
        change(box("INBOX", USUAL, 100, true));
        automatic();
        look();
        assertThat(data("<bounce@x>").path("automatic").asString()).isEqualTo("bounce");
        assertThat(data("<away@x>").path("automatic").asString()).isEqualTo("reply");
        assertThat(data("<list@x>").path("automatic").asString()).isEqualTo("bulk");
    }

    private void automatic() {
        letter("<away@x>", "Out of office", "Auto-Submitted: auto-replied\n");
        letter("<list@x>", "News", "List-Id: <news.example.com>\n");
        letter("<daemon@x>", "Undelivered", "Return-Path: <>\n");
        mail.deliver("INBOX", head("<bounce@x>", "Undelivered") + """
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                Nobody of this name.
                --b
                Content-Type: message/delivery-status

                Action: failed
                --b--
                """, now());
    }

    /** With a small picture and a film of 37 MB, which is 50 MB on its way. */
    private static String brokenPlate() {
        String small = Base64.getEncoder().encodeToString("a picture".getBytes(StandardCharsets.UTF_8));
        String large =
                Base64.getMimeEncoder().encodeToString(new byte[37_000_000]).replace("\r\n", "\n");
        return head("<a@x>", "Broken plate") + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: multipart/alternative; boundary=or

                --or
                Content-Type: text/html; charset=utf-8

                <style>p {color: red}</style><p>It came <b>broken</b>&nbsp;&amp; late.</p><p>Ada</p>
                --or--
                --cut
                Content-Type: image/png; name="../../my plate.png"
                Content-Disposition: attachment; filename="../../my plate.png"
                Content-Transfer-Encoding: base64

                """ + small
                + "\n--cut\nContent-Type: video/mp4\nContent-Disposition: attachment; filename=film.mp4\n"
                + "Content-Transfer-Encoding: base64\n\n" + large + "\n--cut--\n";
    }
}
