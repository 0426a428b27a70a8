package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentRequest;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.provider.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox bank's books: payments, charges and refunds in the database. */
public final class PaymentBook {
    private final JdbcClient database;
    private final Clock clock;

    public PaymentBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One payment with everything the bank knows of it. */
    record Entry(
            long seq,
            String id,
            String reference,
            long amount,
            String currency,
            String returnUrl,
            PaymentStatus status,
            @Nullable TestCard card,
            @Nullable DeclineReason declineReason,
            @Nullable Instant expiresAt,
            long captured,
            long refunded,
            long takenBack,
            boolean closed) {
        /** Its page takes a card: the first one, or another one after one that was declined. */
        boolean takesCards() {
            return status == PaymentStatus.OPEN || (status == PaymentStatus.DECLINED && !closed);
        }

        /** What can be given back still. */
        long left() {
            return captured - refunded - takenBack;
        }

        Payment payment() {
            return new Payment(
                    id,
                    reference,
                    new Money(amount, currency),
                    status,
                    declineReason,
                    "/sandbox/pay/" + id,
                    returnUrl,
                    expiresAt);
        }
    }

    private static final String COLUMNS = """
            seq, id, reference, amount, currency, return_url, status, card, decline_reason, expires_at, captured, refunded,
            taken_back, voided_at is not null as closed
            """;

    String open(PaymentRequest request) {
        String id = newId("pay");
        database.sql("""
                insert into connectors.sandbox_payment (id, reference, amount, currency, return_url, created_at)
                values (:id, :reference, :amount, :currency, :returnUrl, :now)
                """)
                .param("id", id)
                .param("reference", request.reference())
                .param("amount", request.amount().minorUnits())
                .param("currency", request.amount().currency())
                .param("returnUrl", request.returnUrl())
                .param("now", now())
                .update();
        return id;
    }

    Optional<Payment> find(String id) {
        return read("where id = :id", id).map(Entry::payment);
    }

    boolean takesCards(String id) {
        return read("where id = :id", id).filter(Entry::takesCards).isPresent();
    }

    /** Reads a payment and keeps others from changing it until the transaction ends. */
    Entry lock(String id) {
        return read("where id = :id for update", id)
                .orElseThrow(() -> new IllegalArgumentException("expected a payment " + id + ", but there is none"));
    }

    private Optional<Entry> read(String where, String id) {
        return database.sql("select " + COLUMNS + " from connectors.sandbox_payment " + where)
                .param("id", id)
                .query(Entry.class)
                .optional();
    }

    void authorised(String id, TestCard card, Instant expiresAt) {
        database.sql("""
                update connectors.sandbox_payment
                   set status = 'AUTHORISED', card = :card, expires_at = :expiresAt, timeouts_left = :timeouts,
                       refusals_left = :refusals, outage = :outage, decline_reason = null, authorised_at = :now
                 where id = :id
                """)
                .param("id", id)
                .param("card", card.name())
                .param("expiresAt", Timestamp.from(expiresAt))
                .param("timeouts", card == TestCard.CAPTURE_TIMES_OUT ? 2 : 0)
                .param("refusals", card == TestCard.CAPTURE_REFUSED_TWICE ? 2 : 0)
                .param("outage", card == TestCard.PROVIDER_OUTAGE)
                .param("now", now())
                .update();
    }

    void declined(String id, TestCard card, DeclineReason reason) {
        database.sql("""
                update connectors.sandbox_payment set status = 'DECLINED', card = :card, decline_reason = :reason where id = :id
                """)
                .param("id", id)
                .param("card", card.name())
                .param("reason", reason.name())
                .update();
    }

    void voided(String id) {
        database.sql("update connectors.sandbox_payment set status = 'VOIDED', voided_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** No other card is taken on the page of one that was declined. */
    void closed(String id) {
        database.sql("update connectors.sandbox_payment set voided_at = coalesce(voided_at, :now) where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** Lets go of authorisations whose time is over and returns them. */
    List<Entry> expireDue() {
        return database.sql("""
                update connectors.sandbox_payment set status = 'EXPIRED'
                 where status = 'AUTHORISED' and expires_at <= :now
                returning
                """ + COLUMNS)
                .param("now", now())
                .query(Entry.class)
                .list();
    }

    String charge(String paymentId, Money amount) {
        String id = newId("ch");
        database.sql("update connectors.sandbox_payment set status = 'CAPTURED', captured = :amount where id = :id")
                .param("id", paymentId)
                .param("amount", amount.minorUnits())
                .update();
        book("insert into connectors.sandbox_charge", id, paymentId, amount);
        return id;
    }

    String refund(String paymentId, Money amount) {
        String id = newId("re");
        database.sql("update connectors.sandbox_payment set refunded = refunded + :amount where id = :id")
                .param("id", paymentId)
                .param("amount", amount.minorUnits())
                .update();
        book("insert into connectors.sandbox_refund", id, paymentId, amount);
        return id;
    }

    private void book(String insert, String id, String paymentId, Money amount) {
        database.sql(insert + """
                 (id, payment_id, reference, amount, currency, created_at)
                select :id, id, reference, :amount, currency, :now from connectors.sandbox_payment where id = :paymentId
                """)
                .param("id", id)
                .param("paymentId", paymentId)
                .param("amount", amount.minorUnits())
                .param("now", now())
                .update();
    }

    String chargeOf(String paymentId) {
        return database.sql("select id from connectors.sandbox_charge where payment_id = :paymentId")
                .param("paymentId", paymentId)
                .query(String.class)
                .single();
    }

    Money refunded(String refundId) {
        return database.sql("select amount as minor_units, currency from connectors.sandbox_refund where id = :id")
                .param("id", refundId)
                .query(Money.class)
                .single();
    }

    /** Takes one of the time-outs that are left to this payment's capture. */
    boolean takeTimeout(String paymentId) {
        return take("timeouts_left", paymentId);
    }

    boolean takeRefusal(String paymentId) {
        return take("refusals_left", paymentId);
    }

    private boolean take(String column, String paymentId) {
        String sql = "update connectors.sandbox_payment set COLUMN = COLUMN - 1 where id = :id and COLUMN > 0";
        return database.sql(sql.replace("COLUMN", column))
                        .param("id", paymentId)
                        .update()
                == 1;
    }

    boolean inOutage(String paymentId) {
        return database.sql("select outage from connectors.sandbox_payment where id = :id")
                .param("id", paymentId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Ends the outage that one card began. */
    public boolean repair(String paymentId) {
        return database.sql("update connectors.sandbox_payment set outage = false where id = :id")
                        .param("id", paymentId)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String newId(String kind) {
        return kind + "_" + UUID.randomUUID().toString().replace("-", "");
    }
}
