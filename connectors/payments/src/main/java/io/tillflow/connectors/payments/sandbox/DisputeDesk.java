package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.Dispute;
import io.tillflow.connectors.payments.DisputeStatus;
import io.tillflow.connectors.provider.sandbox.Webhook;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The bank's side of disputes: begins and decides them when their time has come, and tells the shop by webhook. */
public final class DisputeDesk {
    private static final JsonMapper JSON = new JsonMapper();

    private final PaymentBook payments;
    private final DisputeBook disputes;
    private final Webhooks webhooks;
    private final SandboxPaymentsSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    public DisputeDesk(
            PaymentBook payments,
            DisputeBook disputes,
            Webhooks webhooks,
            SandboxPaymentsSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.payments = payments;
        this.disputes = disputes;
        this.webhooks = webhooks;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does what is due by now. */
    public void moveDue() {
        transaction.executeWithoutResult(status -> {
            Instant answerBy = clock.instant().plus(settings.answerWithin());
            disputes.toDispute(settings.disputeAfter())
                    .forEach(id -> disputes.open(payments.lock(id), answerBy)
                            .ifPresent(opened -> tell(opened.dispute(), "payment.disputed")));
        });
        transaction.executeWithoutResult(status -> {
            disputes.toDecide(settings.verdictAfter()).forEach(this::decide);
            disputes.takeEnded().forEach(ended -> tell(ended.dispute(), "payment.dispute-closed"));
        });
    }

    private void decide(DisputeBook.Entry dispute) {
        if (dispute.status() == DisputeStatus.ANSWERED && dispute.winnable()) {
            disputes.win(dispute.id());
        } else {
            disputes.lose(dispute.id());
        }
    }

    private void tell(Dispute dispute, String type) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", dispute.id());
        facts.put("paymentId", dispute.paymentId());
        facts.put("reference", dispute.reference());
        facts.put("amount", dispute.amount().minorUnits());
        facts.put("currency", dispute.amount().currency());
        facts.put("reason", dispute.reason().name());
        facts.put("status", dispute.status().name());
        String body = JSON.writeValueAsString(
                Map.of("id", id, "type", type, "created", clock.instant().toString(), "data", facts));
        webhooks.enqueue(SandboxPayments.PROVIDER, new Webhook(id, type, body, clock.instant()), 1);
    }
}
