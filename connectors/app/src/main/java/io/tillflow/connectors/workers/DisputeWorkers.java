package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.Delivery;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.Dispute;
import io.tillflow.connectors.payments.Evidence;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.AnswerDispute;
import io.tillflow.processes.DisputeAnswered;
import io.tillflow.processes.DisputeFacts;
import io.tillflow.processes.DisputeStatus;
import io.tillflow.processes.JobType;
import io.tillflow.processes.LookAtDispute;
import io.tillflow.processes.NoteOrder;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a process about a dispute needs of bank and shop. */
@Component
public class DisputeWorkers {
    private final Payments payments;
    private final Shop shop;

    DisputeWorkers(Payments payments, Shop shop) {
        this.payments = payments;
        this.shop = shop;
    }

    @Action(
            name = "Look at a dispute",
            help = "Asks the bank how a dispute stands, and the shop what can be proved.",
            effect = Effect.READS)
    @JobWorker(type = JobType.PAYMENTS_LOOK_AT_DISPUTE)
    public DisputeFacts look(@VariablesAsType LookAtDispute job) {
        Dispute dispute = payments.dispute(job.disputeId())
                .orElseThrow(() -> new IllegalStateException(
                        "expected dispute " + job.disputeId() + " of order " + job.orderId() + ", but there is none"));
        Delivery delivery = shop.delivery(job.orderId());
        return new DisputeFacts(
                delivery.number(),
                status(dispute),
                dispute.amount().minorUnits(),
                dispute.amount().currency(),
                shop.facts(job.orderId()).inBase(dispute.amount()).minorUnits(),
                dispute.reason().name(),
                delivery.arrived(),
                evidence(delivery));
    }

    @Action(
            name = "Answer a dispute",
            help = "Contests with evidence, or lets the money go; one that is answered stays as it is.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.PAYMENTS_ANSWER_DISPUTE)
    public DisputeAnswered answer(@VariablesAsType AnswerDispute job) {
        EffectKey key = new EffectKey(job.effectKey());
        return new DisputeAnswered(status(
                switch (job.answer()) {
                    case CONTEST -> payments.contest(job.disputeId(), proof(job), key);
                    case ACCEPT -> payments.accept(job.disputeId(), key);
                }));
    }

    @Action(
            name = "Note on an order",
            help = "Writes beside an order what the shop's people should know.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.COMMERCE_NOTE_ORDER)
    public void note(@VariablesAsType NoteOrder job) {
        shop.note(job.orderId(), job.text(), new EffectKey(job.effectKey()));
    }

    private Evidence proof(AnswerDispute job) {
        Delivery delivery = shop.delivery(job.orderId());
        return delivery.arrived()
                ? new Evidence(
                        job.evidence(),
                        delivery.carrier().orElse(null),
                        delivery.trackingNumber().orElse(null))
                : new Evidence(job.evidence(), null, null);
    }

    private static String evidence(Delivery delivery) {
        String parcel = delivery.trackingNumber()
                .map(number ->
                        " The parcel's number at " + delivery.carrier().orElse("the carrier") + " is " + number + ".")
                .orElse("");
        return "Order " + delivery.number() + " is "
                + delivery.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "." + parcel;
    }

    private static DisputeStatus status(Dispute dispute) {
        return switch (dispute.status()) {
            case OPEN -> DisputeStatus.OPEN;
            case ANSWERED -> DisputeStatus.ANSWERED;
            case WON -> DisputeStatus.WON;
            case LOST -> DisputeStatus.LOST;
        };
    }
}
