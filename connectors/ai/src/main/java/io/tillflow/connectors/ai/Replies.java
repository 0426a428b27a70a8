package io.tillflow.connectors.ai;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Answers to questions that were asked before; they hold place holders instead of personal data, and questions only as digests. */
public final class Replies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Duration life;
    private final Clock clock;

    /** @param life how long an answer is good for; zero for no cache */
    public Replies(JdbcClient database, Duration life, Clock clock) {
        this.database = database;
        this.life = life;
        this.clock = clock;
    }

    Optional<Reply> find(Provider provider, Prompts.Version prompt, Question question) {
        return database.sql("""
                update connectors.ai_reply set hits = hits + 1 where digest = :digest and kept_at > :since returning reply
                """)
                .param("digest", digest(provider, prompt, question))
                .param("since", Timestamp.from(clock.instant().minus(life)))
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, type(question.skill())));
    }

    void keep(Provider provider, Prompts.Version prompt, Question question, Reply reply) {
        if (life.isZero()) {
            return;
        }
        database.sql("""
                insert into connectors.ai_reply (digest, reply, kept_at) values (:digest, cast(:reply as jsonb), :now)
                on conflict (digest) do update set reply = excluded.reply, kept_at = excluded.kept_at
                """)
                .param("digest", digest(provider, prompt, question))
                .param("reply", JSON.writeValueAsString(reply))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Says how many were forgotten. */
    public int forgetTheOld() {
        return database.sql("delete from connectors.ai_reply where kept_at <= :since")
                .param("since", Timestamp.from(clock.instant().minus(life)))
                .update();
    }

    private static Class<? extends Reply> type(Skill skill) {
        return switch (skill) {
            case CHAT -> Reply.Text.class;
            case EXTRACT -> Reply.Fields.class;
            case CLASSIFY -> Reply.Choice.class;
            case EMBED -> Reply.Vectors.class;
            case MODERATE -> Reply.Verdict.class;
        };
    }

    private static String digest(Provider provider, Prompts.Version prompt, Question question) {
        String asked = switch (question) {
            case Question.Extract extract ->
                extract.text() + "\n" + extract.shape().text();
            case Question.Chat chat -> JSON.writeValueAsString(chat);
            case Question.Classify classify -> JSON.writeValueAsString(classify);
            case Question.Embed embed -> JSON.writeValueAsString(embed);
            case Question.Moderate moderate -> moderate.text();
        };
        String whole = String.join(
                "\u0000",
                provider.title(),
                prompt.title(),
                prompt.text(),
                question.skill().text(),
                asked);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
