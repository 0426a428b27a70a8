package io.tillflow.connectors.ai;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every turn of every model: what it used, how long it took, what was taken out; never a text. */
public final class CallBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient database;
    private final Clock clock;

    public CallBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How a turn ended. */
    public enum How {
        ANSWERED,
        CACHED,
        UNABLE,
        BUDGET,
        UNFIT,
        AWAY
    }

    record Result(How how, @Nullable String note, Usage usage, Duration took) {
        static Result answered(Usage usage, Duration took) {
            return new Result(How.ANSWERED, null, usage, took);
        }

        static Result cached() {
            return new Result(How.CACHED, null, Usage.NONE, Duration.ZERO);
        }

        static Result unable(String reason, Usage usage, Duration took) {
            return new Result(How.UNABLE, reason, usage, took);
        }

        static Result unfit(String reason, Usage usage, Duration took) {
            return new Result(How.UNFIT, reason, usage, took);
        }

        static Result none(Outcome.None none, Duration took) {
            return new Result(How.valueOf(none.why().name()), none.reason(), Usage.NONE, took);
        }

        static Result away(ProviderUnavailable trouble, Duration took) {
            return new Result(How.AWAY, String.valueOf(trouble.getMessage()), Usage.NONE, took);
        }
    }

    void write(Call call, Result result) {
        database.sql("""
                insert into connectors.ai_call
                       (at, caller, skill, provider, model, prompt, how, note, passed_over, tokens_in, tokens_out, micros, millis, redacted)
                values (:at, :caller, :skill, :provider, :model, :prompt, :how, :note, :passedOver, :in, :out, :micros, :millis, cast(:redacted as jsonb))
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("caller", call.ask().caller())
                .param("skill", call.ask().question().skill().text())
                .param("provider", call.provider().name())
                .param("model", call.provider().model())
                .param("prompt", call.prompt().title())
                .param("how", result.how().name())
                .param("note", result.note())
                .param("passedOver", call.passedOver().size())
                .param("in", result.usage().input())
                .param("out", result.usage().output())
                .param("micros", call.provider().price().of(result.usage()))
                .param("millis", result.took().toMillis())
                .param("redacted", JSON.writeValueAsString(call.personal().counts()))
                .update();
    }

    /**
     * One turn.
     *
     * @param passedOver how many models before it did not answer
     * @param micros what it cost, in millionths of a minor unit
     */
    public record Row(
            long id,
            Instant at,
            String caller,
            String skill,
            String provider,
            String model,
            String prompt,
            How how,
            @Nullable String note,
            int passedOver,
            long tokensIn,
            long tokensOut,
            long micros,
            long millis,
            JsonNode redacted) {}

    /** The newest first. */
    public List<Row> latest(long before, int most) {
        return database.sql("""
                select id, at, caller, skill, provider, model, prompt, how, note, passed_over, tokens_in, tokens_out, micros, millis, redacted
                  from connectors.ai_call where id < :before order by id desc limit :most
                """)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("caller"),
                        row.getString("skill"),
                        row.getString("provider"),
                        row.getString("model"),
                        row.getString("prompt"),
                        How.valueOf(row.getString("how")),
                        row.getString("note"),
                        row.getInt("passed_over"),
                        row.getLong("tokens_in"),
                        row.getLong("tokens_out"),
                        row.getLong("micros"),
                        row.getLong("millis"),
                        JSON.readTree(row.getString("redacted"))))
                .list();
    }

    /** What a provider did since then, by how its turns ended. */
    public record Count(String provider, How how, long calls, long fallbacks) {}

    public List<Count> counts(Instant since) {
        return database.sql("""
                select provider, how, count(*) calls, count(*) filter (where passed_over > 0) fallbacks
                  from connectors.ai_call where at >= :since group by provider, how order by provider, how
                """)
                .param("since", Timestamp.from(since))
                .query(Count.class)
                .list();
    }

    /** How many findings of a kind were taken out before a text left. */
    public record Redacted(String kind, long count) {}

    public List<Redacted> redacted(Instant since) {
        return database.sql("""
                select key as kind, sum(value::bigint) as count from connectors.ai_call, jsonb_each_text(redacted)
                 where at >= :since and how in ('ANSWERED', 'UNFIT') group by key order by key
                """)
                .param("since", Timestamp.from(since))
                .query(Redacted.class)
                .list();
    }

    public int forgetTheOld() {
        return database.sql("delete from connectors.ai_call where at < :since")
                .param("since", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
