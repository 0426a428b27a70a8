package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.messaging.imap.ImapAccount;
import io.tillflow.connectors.messaging.imap.ImapAccount.Security;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Letterboxes as they are kept, and how far each has been read; their passwords are kept elsewhere. */
@Repository
class LetterboxBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = "select b.*, b.takes::text as parts from connectors.letterbox b ";

    private final JdbcClient database;

    LetterboxBook(JdbcClient database) {
        this.database = database;
    }

    /** A letterbox and how far it has been read. */
    record Kept(Letterbox box, Position position) {}

    List<Kept> all() {
        return database.sql(SELECT + "order by id").query(LetterboxBook::kept).list();
    }

    Optional<Kept> find(String id) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(LetterboxBook::kept)
                .optional();
    }

    /** One to look into now; nobody else does so until the time is up, also if we die meanwhile. */
    Optional<Kept> takeDue(Instant now, Duration time) {
        return database.sql("""
                update connectors.letterbox b set next_look = :until
                 where id = (select id from connectors.letterbox where next_look <= :now order by next_look limit 1 for update skip locked)
                returning b.*, b.takes::text as parts
                """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(time)))
                .query(LetterboxBook::kept)
                .optional();
    }

    /** Puts it in the place of one with the same id; another mailbox is read from then on, not from its beginning. */
    void put(Letterbox it) {
        database.sql("""
                insert into connectors.letterbox as b (id, host, port, security, login, folder, message, takes, most_text, automatic, orders_to_support,
                                                       every_seconds, paused, next_look, changed_at, changed_by)
                values (:id, :host, :port, :security, :login, :folder, :message, cast(:takes as jsonb), :mostText, :automatic, :ordersToSupport,
                        :every, :paused, case when :paused then null else cast(:now as timestamptz) end, :now, :by)
                on conflict (id) do update
                   set host = excluded.host, port = excluded.port, security = excluded.security, login = excluded.login,
                       folder = excluded.folder, message = excluded.message, takes = excluded.takes, most_text = excluded.most_text,
                       automatic = excluded.automatic, orders_to_support = excluded.orders_to_support, every_seconds = excluded.every_seconds, paused = excluded.paused,
                       validity = case when (b.host, b.login, b.folder) = (excluded.host, excluded.login, excluded.folder)
                                       then b.validity end,
                       next_look = excluded.next_look, trouble = null, failures = 0,
                       changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("id", it.id())
                .param("host", it.account().host())
                .param("port", it.account().port())
                .param("security", it.account().security().word())
                .param("login", it.account().login())
                .param("folder", it.account().folder())
                .param("message", it.message())
                .param(
                        "takes",
                        JSON.writeValueAsString(
                                it.takes().stream().map(Taken::word).sorted().toList()))
                .param("mostText", it.mostText())
                .param("automatic", it.automatic())
                .param("ordersToSupport", it.ordersToSupport())
                .param("every", it.everySeconds())
                .param("paused", it.paused())
                .param("now", Timestamp.from(it.changedAt()))
                .param("by", it.changedBy())
                .update();
    }

    /** From now on these are its numbers, unless somebody changed the letterbox meanwhile. */
    void begin(Letterbox it, long validity, long nextUid) {
        database.sql("""
                update connectors.letterbox set validity = :validity, next_uid = :next, not_before = null where id = :id and changed_at = :changed
                """)
                .param("id", it.id())
                .param("validity", validity)
                .param("next", nextUid)
                .param("changed", Timestamp.from(it.changedAt()))
                .update();
    }

    /** Its numbers mean other letters now: it is read from its beginning, but for what is older. */
    void moved(Letterbox it, long validity, Instant now, Instant notBefore) {
        database.sql("""
                update connectors.letterbox set validity = :validity, next_uid = 1, moved_at = :now, not_before = :notBefore
                 where id = :id and changed_at = :changed
                """)
                .param("id", it.id())
                .param("validity", validity)
                .param("now", Timestamp.from(now))
                .param("notBefore", Timestamp.from(notBefore))
                .param("changed", Timestamp.from(it.changedAt()))
                .update();
    }

    void caughtUp(Letterbox it, long validity) {
        database.sql("""
                update connectors.letterbox set not_before = null
                 where id = :id and validity = :validity and changed_at = :changed and not_before is not null
                """)
                .param("id", it.id())
                .param("validity", validity)
                .param("changed", Timestamp.from(it.changedAt()))
                .update();
    }

    /** Letters before this one have been told; never goes back. */
    void readUntil(Letterbox it, long validity, long nextUid) {
        database.sql("""
                update connectors.letterbox set next_uid = greatest(next_uid, :next)
                 where id = :id and validity = :validity and changed_at = :changed
                """)
                .param("id", it.id())
                .param("validity", validity)
                .param("next", nextUid)
                .param("changed", Timestamp.from(it.changedAt()))
                .update();
    }

    /** @param trouble null after a good look */
    void looked(Letterbox it, @Nullable String trouble, Instant now, Instant nextLook) {
        database.sql("""
                update connectors.letterbox
                   set trouble = :trouble, failures = case when cast(:trouble as text) is null then 0 else failures + 1 end,
                       looked_at = case when cast(:trouble as text) is null then cast(:now as timestamptz) else looked_at end,
                       next_look = :next
                 where id = :id and changed_at = :changed and not paused
                """)
                .param("id", it.id())
                .param("trouble", trouble)
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(nextLook))
                .param("changed", Timestamp.from(it.changedAt()))
                .update();
    }

    boolean lookSoon(String id, Instant now) {
        return database.sql("update connectors.letterbox set next_look = :now where id = :id and not paused")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean delete(String id) {
        return database.sql("delete from connectors.letterbox where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The processes that a message begins. */
    List<String> begunBy(String message) {
        return database.sql("select process_id from connectors.automation_trigger where message = :message order by 1")
                .param("message", message)
                .query(String.class)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        List<String> takes = JSON.readValue(row.getString("parts"), new TypeReference<>() {});
        Set<Taken> parts = takes.stream().map(Taken::of).collect(Collectors.toUnmodifiableSet());
        ImapAccount account = new ImapAccount(
                row.getString("host"),
                row.getInt("port"),
                Security.of(row.getString("security")),
                row.getString("login"),
                row.getString("folder"));
        Letterbox box = new Letterbox(
                row.getString("id"),
                account,
                row.getString("message"),
                parts,
                row.getInt("most_text"),
                row.getBoolean("automatic"),
                row.getBoolean("orders_to_support"),
                row.getInt("every_seconds"),
                row.getBoolean("paused"),
                Objects.requireNonNull(row.getTimestamp("changed_at")).toInstant(),
                row.getString("changed_by"));
        return new Kept(box, position(row));
    }

    private static Position position(ResultSet row) throws SQLException {
        long validity = row.getLong("validity");
        boolean unread = row.wasNull();
        return new Position(
                unread ? null : validity,
                row.getLong("next_uid"),
                instant(row, "moved_at"),
                instant(row, "not_before"),
                instant(row, "looked_at"),
                row.getString("trouble"),
                row.getInt("failures"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
