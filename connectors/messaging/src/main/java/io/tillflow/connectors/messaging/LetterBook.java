package io.tillflow.connectors.messaging;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which letters were begun and what became of them; knows orders, not people. */
public final class LetterBook {
    private final JdbcClient database;
    private final Clock clock;

    public LetterBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One letter. */
    public record Entry(
            long seq,
            String effectKey,
            String orderId,
            String template,
            LetterState state,
            @Nullable String reason,
            int attempts,
            Instant changedAt) {}

    private static final String COLUMNS = "seq, effect_key, order_id, template, state, reason, attempts, changed_at";

    /** Writes the intent down before anything leaves, with an id that nobody can tell from its key; false when it is there already. */
    boolean begin(AtMostOnce.Intent intent) {
        String email = intent.email();
        return database.sql("""
                insert into connectors.letter (effect_key, order_id, template, message_id, receiver, state, attempts, changed_at, begun_at)
                values (:key, :orderId, :template, :messageId, :receiver, 'SENDING', 1, :now, :now)
                on conflict (effect_key) do nothing
                """)
                        .param("key", intent.key().value())
                        .param("orderId", intent.subject())
                        .param("template", intent.kind())
                        .param("messageId", email == null ? null : "<" + UUID.randomUUID() + "@tillflow>")
                        .param("receiver", email == null ? null : SuppressionList.digest(email))
                        .param("now", now())
                        .update()
                == 1;
    }

    Entry entry(EffectKey key) {
        return database.sql("select " + COLUMNS + " from connectors.letter where effect_key = :key")
                .param("key", key.value())
                .query(Entry.class)
                .single();
    }

    /** What a letter is known by in every try; one begun before ids were kept has that of its key. */
    String messageId(EffectKey key) {
        return database.sql(
                        "select message_id from connectors.letter where effect_key = :key and message_id is not null")
                .param("key", key.value())
                .query(String.class)
                .optional()
                .orElseGet(() -> ShortMessage.idOf(key));
    }

    /** A letter that left us, and whom it went to, by digest. */
    private record Left(long seq, String receiver) {}

    /**
     * Writes down that a letter came back, if it is one of ours that went to this address; false when it is not. What came back has left,
     * also when its sender is still at it.
     *
     * @param messageId its own
     */
    public boolean cameBack(String messageId, String address, String reason) {
        Optional<Left> left = database.sql("""
                select seq, receiver from connectors.letter
                 where message_id = :messageId and receiver is not null and state in ('SENT', 'UNKNOWN', 'SENDING')
                """)
                .param("messageId", messageId)
                .query(Left.class)
                .optional();
        return left.filter(it -> it.receiver().equals(SuppressionList.digest(address)))
                        .map(it -> database.sql("""
                                update connectors.letter set state = 'SENT', reason = :reason, changed_at = :now
                                 where seq = :seq and state in ('SENT', 'UNKNOWN', 'SENDING')
                                """)
                                .param("reason", reason)
                                .param("now", now())
                                .param("seq", it.seq())
                                .update())
                        .orElse(0)
                == 1;
    }

    /** What was begun before then comes back no more: forgets whom it went to. */
    public void forgetReceivers(Instant before) {
        database.sql("update connectors.letter set receiver = null where receiver is not null and begun_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /** Changes a letter's state if nobody else did since {@code seen} was read. */
    boolean change(Entry seen, LetterState to, @Nullable String reason) {
        return database.sql("""
                update connectors.letter
                   set state = :to, reason = :reason, changed_at = :now,
                       attempts = attempts + case when :to = 'SENDING' then 1 else 0 end
                 where effect_key = :key and state = :from and attempts = :attempts
                """)
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("now", now())
                        .param("key", seen.effectKey())
                        .param("from", seen.state().name())
                        .param("attempts", seen.attempts())
                        .update()
                == 1;
    }

    public Page<Entry> all(@Nullable LetterState state, Page.Request request) {
        return Page.of(
                database.sql("select " + COLUMNS + """
                         from connectors.letter
                        where seq > :after and (cast(:state as text) is null or state = :state)
                        order by seq limit :limit
                        """)
                        .param("after", request.after())
                        .param("state", state == null ? null : state.name())
                        .param("limit", request.limitPlusOne())
                        .query(Entry.class)
                        .list(),
                request.limit(),
                Entry::seq);
    }

    /** A person's answer to "sent?"; empty when the letter isn't in doubt. */
    public Optional<Entry> resolve(long seq, LetterState answer) {
        if (answer != LetterState.SENT && answer != LetterState.NOT_SENT) {
            throw new IllegalArgumentException("a letter in doubt was SENT or NOT_SENT, not " + answer);
        }
        return database.sql("""
                update connectors.letter set state = :answer, reason = 'said by a person', changed_at = :now
                 where seq = :seq and state = 'UNKNOWN'
                returning
                """ + " " + COLUMNS)
                .param("answer", answer.name())
                .param("now", now())
                .param("seq", seq)
                .query(Entry.class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
