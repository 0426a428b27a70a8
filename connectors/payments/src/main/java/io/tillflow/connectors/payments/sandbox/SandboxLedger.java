package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.provider.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sandbox did, for people and for whoever checks the shop's books. */
public final class SandboxLedger {
    private final JdbcClient database;

    public SandboxLedger(JdbcClient database) {
        this.database = database;
    }

    /** A payment in a list; {@code heldSince} while it holds money. */
    public record PaymentRow(
            long seq,
            String id,
            String reference,
            long amount,
            String currency,
            String status,
            @Nullable String declineReason,
            long captured,
            long refunded,
            boolean outage,
            @Nullable Instant heldSince,
            Instant createdAt) {}

    /** One movement of money: a charge or a refund. */
    public record Movement(
            long seq, String id, String paymentId, String reference, long amount, String currency, Instant createdAt) {}

    /** A dispute in a list; {@code takenBack} is what the shop lost by it. */
    public record DisputeRow(
            long seq,
            String id,
            String paymentId,
            String reference,
            long amount,
            String currency,
            String reason,
            String status,
            long takenBack,
            Instant createdAt) {}

    public Page<DisputeRow> disputes(Page.Request request) {
        return Page.of(
                database.sql("""
                        select seq, id, payment_id, reference, amount, currency, reason, status, taken_back, created_at
                          from connectors.sandbox_dispute where seq > :after order by seq limit :limit
                        """)
                        .param("after", request.after())
                        .param("limit", request.limitPlusOne())
                        .query(DisputeRow.class)
                        .list(),
                request.limit(),
                DisputeRow::seq);
    }

    public Page<PaymentRow> payments(Page.Request request) {
        return Page.of(
                database.sql("""
                        select seq, id, reference, amount, currency, status, decline_reason, captured, refunded, outage,
                               case when status = 'AUTHORISED' then coalesce(authorised_at, created_at) end as held_since, created_at
                          from connectors.sandbox_payment where seq > :after order by seq limit :limit
                        """)
                        .param("after", request.after())
                        .param("limit", request.limitPlusOne())
                        .query(PaymentRow.class)
                        .list(),
                request.limit(),
                PaymentRow::seq);
    }

    public Page<Movement> charges(Page.Request request) {
        return movements("sandbox_charge", request);
    }

    public Page<Movement> refunds(Page.Request request) {
        return movements("sandbox_refund", request);
    }

    private Page<Movement> movements(String table, Page.Request request) {
        return Page.of(
                database.sql("select seq, id, payment_id, reference, amount, currency, created_at from connectors."
                                + table + " where seq > :after order by seq limit :limit")
                        .param("after", request.after())
                        .param("limit", request.limitPlusOne())
                        .query(Movement.class)
                        .list(),
                request.limit(),
                Movement::seq);
    }
}
