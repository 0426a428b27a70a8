package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.Dispute;
import io.tillflow.connectors.payments.DisputeReason;
import io.tillflow.connectors.payments.DisputeStatus;
import io.tillflow.connectors.payments.Evidence;
import io.tillflow.connectors.provider.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sandbox bank's customers want back, in the database. */
public final class DisputeBook {
    private static final String COLUMNS =
            "id, payment_id, reference, amount, currency, reason, status, answer_by, winnable";

    private final JdbcClient database;
    private final Clock clock;

    public DisputeBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One dispute with everything the bank knows of it. */
    record Entry(
            String id,
            String paymentId,
            String reference,
            long amount,
            String currency,
            DisputeReason reason,
            DisputeStatus status,
            @Nullable Instant answerBy,
            boolean winnable) {
        Dispute dispute() {
            return new Dispute(
                    id,
                    paymentId,
                    reference,
                    new Money(amount, currency),
                    reason,
                    status,
                    status == DisputeStatus.OPEN ? answerBy : null);
        }
    }

    Optional<Dispute> find(String id) {
        return read("where id = :id", id).map(Entry::dispute);
    }

    /** Reads a dispute and keeps others from changing it until the transaction ends. */
    Entry lock(String id) {
        return read("where id = :id for update", id)
                .orElseThrow(() -> new IllegalArgumentException("expected a dispute " + id + ", but there is none"));
    }

    private Optional<Entry> read(String where, String id) {
        return database.sql("select " + COLUMNS + " from connectors.sandbox_dispute " + where)
                .param("id", id)
                .query(Entry.class)
                .optional();
    }

    /** Payments of the cards that bring it about, captured that long ago and not disputed yet. */
    List<String> toDispute(Duration after) {
        return database.sql("""
                select payment.id from connectors.sandbox_payment payment
                  join connectors.sandbox_charge charge on charge.payment_id = payment.id
                 where payment.card in ('DISPUTED', 'DISPUTED_AND_LOST') and payment.captured > payment.refunded
                   and charge.created_at <= :due
                   and not exists (select from connectors.sandbox_dispute where payment_id = payment.id)
                """)
                .param("due", Timestamp.from(clock.instant().minus(after)))
                .query(String.class)
                .list();
    }

    /** Disputes what is left of a payment; empty when somebody did already. */
    Optional<Entry> open(PaymentBook.Entry payment, Instant answerBy) {
        return database.sql("""
                insert into connectors.sandbox_dispute
                       (id, payment_id, reference, amount, currency, reason, winnable, answer_by, created_at)
                values (:id, :payment, :reference, :amount, :currency, :reason, :winnable, :answerBy, :now)
                on conflict (payment_id) do nothing
                returning
                """ + COLUMNS)
                .param("id", "dp_" + UUID.randomUUID().toString().replace("-", ""))
                .param("payment", payment.id())
                .param("reference", payment.reference())
                .param("amount", payment.left())
                .param("currency", payment.currency())
                .param("reason", payment.card() == TestCard.DISPUTED ? "FRAUDULENT" : "NOT_RECEIVED")
                .param("winnable", payment.card() == TestCard.DISPUTED)
                .param("answerBy", Timestamp.from(answerBy))
                .param("now", now())
                .query(Entry.class)
                .optional();
    }

    void contest(String id, Evidence evidence) {
        database.sql("""
                update connectors.sandbox_dispute
                   set status = 'ANSWERED', evidence = :text, tracking_number = :tracking, answered_at = :now where id = :id
                """)
                .param("id", id)
                .param("text", evidence.text())
                .param("tracking", evidence.trackingNumber())
                .param("now", now())
                .update();
    }

    void win(String id) {
        database.sql("update connectors.sandbox_dispute set status = 'WON' where id = :id")
                .param("id", id)
                .update();
    }

    /** The money goes back to the shopper, but no more than was not given back before. */
    void lose(String id) {
        database.sql("""
                with lost as (
                    select dispute.payment_id, least(dispute.amount, payment.captured - payment.refunded) as amount
                      from connectors.sandbox_dispute dispute
                      join connectors.sandbox_payment payment on payment.id = dispute.payment_id
                     where dispute.id = :id for update of payment),
                booked as (
                    update connectors.sandbox_payment payment set taken_back = lost.amount
                      from lost where payment.id = lost.payment_id)
                update connectors.sandbox_dispute dispute set status = 'LOST', taken_back = lost.amount
                  from lost where dispute.id = :id
                """).param("id", id).update();
    }

    /** Those that the shop did not answer in time, and those whose verdict is due. */
    List<Entry> toDecide(Duration verdictAfter) {
        return database.sql("select " + COLUMNS + """
                  from connectors.sandbox_dispute
                 where (status = 'OPEN' and answer_by <= :now) or (status = 'ANSWERED' and answered_at <= :answered)
                   for update skip locked
                """)
                .param("now", now())
                .param("answered", Timestamp.from(clock.instant().minus(verdictAfter)))
                .query(Entry.class)
                .list();
    }

    /** Those that are over and of whose end the shop was not told. */
    List<Entry> takeEnded() {
        return database.sql("""
                update connectors.sandbox_dispute set told = true where status in ('WON', 'LOST') and not told
                returning
                """ + COLUMNS).query(Entry.class).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
