package io.tillflow.connectors.letterboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.commerce.rest.RestShop;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.local.LocalFiles;
import io.tillflow.connectors.http.TestReach;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.letterboxes.LetterboxBook.Kept;
import io.tillflow.connectors.messaging.LetterBook;
import io.tillflow.connectors.messaging.SuppressionList;
import io.tillflow.connectors.messaging.imap.ImapAccount;
import io.tillflow.connectors.messaging.imap.ImapAccount.Security;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.secrets.TestSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A letterbox, its mail server and its database. */
abstract class LetterboxCase {
    private static final DataSource SOURCE = TestDatabase.dataSource();
    static final Set<Taken> USUAL = Set.of(Taken.FROM, Taken.SUBJECT, Taken.TEXT);

    @TempDir
    Path folder;

    final MailHost mail = new MailHost();
    final JdbcClient database = JdbcClient.create(SOURCE);
    final TestClock clock = new TestClock(Instant.parse("2026-03-02T12:00:00Z"));
    final Secrets secrets = TestSecrets.in(database, new Redaction());
    final LetterboxBook book = new LetterboxBook(database);
    final ToldLetters told = new ToldLetters(database, clock);
    final LetterBook sent = new LetterBook(database, clock);
    final SuppressionList suppressed = new SuppressionList(database, clock);
    URI shop = URI.create("http://127.0.0.1:9");
    boolean toSupport;
    final String id = "b-" + UUID.randomUUID();

    @AfterEach
    void nothingIsLeftForOtherTests() {
        mail.close();
        book.find(id).ifPresent(it -> letterboxes().delete(it.box()));
        database.sql("delete from connectors.inbox where source = 'letterbox' and starts_with(id, :id)")
                .param("id", id)
                .update();
    }

    Letterbox kept() {
        return book.find(id).orElseThrow().box();
    }

    Position position() {
        return book.find(id).orElseThrow().position();
    }

    Instant nextLook() {
        return database.sql("select next_look from connectors.letterbox where id = :id")
                .param("id", id)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    Instant now() {
        return clock.instant();
    }

    Letterboxes letterboxes(String... own) {
        return letterboxes(new LocalFiles(folder), clock, own);
    }

    Letterboxes letterboxes(FileStore documents, Clock time, String... own) {
        return new Letterboxes(
                book,
                told,
                new Attachments(documents),
                new LettersToSupport(new RestShop(shop, "token", Duration.ofSeconds(5)), "hello@ullmere.example"),
                new ReturnedLetters(sent, suppressed, clock),
                Inbox.on(database, new TransactionTemplate(new DataSourceTransactionManager(SOURCE)), clock),
                secrets,
                TestReach.of(own.length == 0 ? new String[] {"127.0.0.1"} : own),
                time);
    }

    void begin(Letterbox box) {
        secrets.set(box.secretName(), MailHost.PASSWORD, "mara");
        change(box);
        look();
        assertThat(position().trouble()).isNull();
    }

    void change(Letterbox box) {
        letterboxes().save(box);
        clock.advance(Duration.ofSeconds(1));
    }

    void look() {
        Kept kept = book.find(id).orElseThrow();
        letterboxes().look(kept);
    }

    Letterbox box(String in, Set<Taken> takes, int mostText, boolean automatic) {
        ImapAccount account = new ImapAccount("127.0.0.1", mail.port(), Security.NONE, mail.login(), in);
        return new Letterbox(
                id, account, "letter-received", takes, mostText, automatic, toSupport, 60, false, now(), "mara");
    }

    Letterbox box(ImapAccount account) {
        return new Letterbox(id, account, "letter-received", USUAL, 100, false, false, 60, false, now(), "mara");
    }

    static String head(String messageId, String subject) {
        return "From: =?utf-8?Q?Ada_M=C3=BCller?= <ada@example.com>\nTo: service@ullmere.example\nMessage-ID: "
                + messageId + "\nSubject: " + subject + "\n";
    }

    void letter(String messageId, String subject, String more) {
        mail.deliver("INBOX", head(messageId, subject) + more + "\nDear shop, where is my order?\n", now());
    }

    List<String> events() {
        return database.sql(
                        "select id from connectors.inbox where source = 'letterbox' and starts_with(id, :id) order by seq")
                .param("id", id)
                .query(String.class)
                .list();
    }

    JsonNode data(String messageId) {
        return JsonMapper.builder()
                .build()
                .readTree(
                        database.sql("select data::text from connectors.inbox where source = 'letterbox' and id = :id")
                                .param("id", id + "/" + messageId)
                                .query(String.class)
                                .single())
                .path("letter");
    }
}
