package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.processes.Message;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Who asked for which training and what came of it; asking is an event that starts the process. */
@Repository
public class Trainings {
    private static final String SOURCE = "intelligence";
    private static final Duration UNDER_WAY = Duration.ofMinutes(30);
    private static final String FACTS =
            "select id, model, asked_by, asked_at, state, reason, begun_at, ended_at from intelligence.training";
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final Clock clock;

    Trainings(JdbcClient database, TransactionTemplate transaction, Inbox inbox, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * One training.
     *
     * @param state ASKED, RUNNING, TRAINED, TOO_LITTLE or FAILED
     * @param reason what is missing, or why it failed
     */
    public record Training(
            String id,
            String model,
            String askedBy,
            Instant askedAt,
            String state,
            @Nullable String reason,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {}

    /** Newest first. */
    public List<Training> of(String model, int most) {
        return database.sql(FACTS + " where model = :model order by asked_at desc, id limit :most")
                .param("model", model)
                .param("most", most)
                .query(Training.class)
                .list();
    }

    /** Asks for a training now; the one under way instead, when there is one. */
    public Training ask(String model, String by) {
        return underWay(model)
                .orElseGet(() -> ask(LivingModel.named(model), UUID.randomUUID().toString(), by));
    }

    private Optional<Training> underWay(String model) {
        return of(model, 5).stream()
                .filter(training -> List.of("ASKED", "RUNNING").contains(training.state()))
                .filter(training -> training.askedAt().isAfter(clock.instant().minus(UNDER_WAY)))
                .findFirst();
    }

    /** Asks under a name that is given once only, so that several copies of this app ask once. */
    Training ask(LivingModel model, String id, String by) {
        Instant now = clock.instant();
        String data = JSON.writeValueAsString(Map.of(
                "businessKey", model.word(), "training", Map.of("id", id, "model", model.word(), "askedBy", by)));
        transaction.executeWithoutResult(status -> {
            write(id, model.word(), by, "ASKED");
            inbox.accept(List.of(new Event(SOURCE, id, Message.TRAINING_REQUESTED, id, now, data)));
        });
        return database.sql(FACTS + " where id = :id")
                .param("id", id)
                .query(Training.class)
                .single();
    }

    private void write(String id, String model, String by, String state) {
        database.sql("""
                insert into intelligence.training (id, model, asked_by, asked_at, state) values (:id, :model, :by, :now, :state)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("model", model)
                .param("by", by)
                .param("state", state)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Also of a training that was begun by hand in the engine. */
    void begin(String id, String model) {
        write(id, model, "train-model", "ASKED");
        database.sql(
                        "update intelligence.training set state = 'RUNNING', begun_at = :now, reason = null where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void end(String id, String state, @Nullable String reason) {
        database.sql(
                        "update intelligence.training set state = :state, reason = :reason, ended_at = :now where id = :id")
                .param("id", id)
                .param("state", state)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
