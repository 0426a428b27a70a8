package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.letterboxes.ToldLetter.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last letters of each letterbox, the newest fifty, for a week. */
@Repository
class ToldLetters {
    private static final int KEPT = 50;
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    private final JdbcClient database;
    private final Clock clock;

    ToldLetters(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A letter that two read at the same moment is noted once. */
    void note(Letterbox box, long validity, ToldLetter it) {
        database.sql("""
                insert into connectors.letterbox_letter (letterbox, validity, uid, at, outcome, explanation, event_id, sender, subject, bytes)
                select :box, :validity, :uid, :at, :outcome, :explanation, :event, :sender, :subject, :bytes
                 where exists (select from connectors.letterbox where id = :box)
                on conflict (letterbox, validity, uid) do nothing
                """)
                .param("box", box.id())
                .param("validity", validity)
                .param("uid", it.uid())
                .param("at", Timestamp.from(it.at()))
                .param("outcome", it.outcome().name())
                .param("explanation", it.explanation())
                .param("event", it.eventId())
                .param("sender", it.sender())
                .param("subject", it.subject())
                .param("bytes", it.bytes())
                .update();
        database.sql("""
                delete from connectors.letterbox_letter
                 where letterbox = :box
                   and seq <= (select seq from connectors.letterbox_letter where letterbox = :box order by seq desc offset :kept limit 1)
                """).param("box", box.id()).param("kept", KEPT).update();
    }

    /** The newest first. */
    List<ToldLetter> of(String box) {
        return database.sql(
                        "select * from connectors.letterbox_letter where letterbox = :box order by seq desc limit :kept")
                .param("box", box)
                .param("kept", KEPT)
                .query(ToldLetters::letter)
                .list();
    }

    private static ToldLetter letter(ResultSet row, int number) throws SQLException {
        return new ToldLetter(
                row.getLong("uid"),
                Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("explanation"),
                row.getString("event_id"),
                row.getString("sender"),
                row.getString("subject"),
                row.getLong("bytes"));
    }

    void forgetTheOld() {
        database.sql("delete from connectors.letterbox_letter where at < :at")
                .param("at", Timestamp.from(clock.instant().minus(KEPT_FOR)))
                .update();
    }
}
