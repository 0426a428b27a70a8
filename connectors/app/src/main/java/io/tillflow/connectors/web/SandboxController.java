package io.tillflow.connectors.web;

import io.tillflow.connectors.jobs.CrashDrill;
import io.tillflow.connectors.payments.sandbox.PaymentBook;
import io.tillflow.connectors.payments.sandbox.SandboxLedger;
import io.tillflow.connectors.payments.sandbox.TestCards;
import io.tillflow.connectors.provider.Page;
import io.tillflow.connectors.provider.sandbox.Fault;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentStatus;
import io.tillflow.connectors.shipping.sandbox.Journeys;
import io.tillflow.connectors.shipping.sandbox.ShipmentBook;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the sandbox providers did, and makes them misbehave. */
@RestController
@RequestMapping("/api/v1/sandbox")
class SandboxController {
    private static final Set<String> PROVIDERS = Set.of("payments", "shipping", "suppliers");

    private final SandboxLedger ledger;
    private final PaymentBook payments;
    private final ShipmentBook shipments;
    private final Journeys journeys;
    private final Faults faults;
    private final CrashDrill drill;

    SandboxController(
            SandboxLedger ledger,
            PaymentBook payments,
            ShipmentBook shipments,
            Journeys journeys,
            Faults faults,
            CrashDrill drill) {
        this.ledger = ledger;
        this.payments = payments;
        this.shipments = shipments;
        this.journeys = journeys;
        this.faults = faults;
        this.drill = drill;
    }

    @GetMapping("/drill")
    CrashDrill.Report drill() {
        return drill.report();
    }

    /** Lets this process die on purpose between effects and completions. */
    @PutMapping("/drill")
    CrashDrill.Report arm(@RequestBody CrashDrill.Plan plan) {
        return drill.arm(plan);
    }

    @GetMapping("/payments")
    Page<SandboxLedger.PaymentRow> payments(
            @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return ledger.payments(Page.Request.of(after, limit));
    }

    @GetMapping("/charges")
    Page<SandboxLedger.Movement> charges(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return ledger.charges(Page.Request.of(after, limit));
    }

    @GetMapping("/refunds")
    Page<SandboxLedger.Movement> refunds(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return ledger.refunds(Page.Request.of(after, limit));
    }

    @GetMapping("/disputes")
    Page<SandboxLedger.DisputeRow> disputes(
            @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return ledger.disputes(Page.Request.of(after, limit));
    }

    @GetMapping("/shipments")
    Page<ShipmentBook.Entry> shipments(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return shipments.all(Page.Request.of(after, limit));
    }

    /** Ends the outage that one payment's card began. */
    @PostMapping("/payments/{id}/repair")
    ResponseEntity<Void> repair(@PathVariable String id) {
        return payments.repair(id)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    record JourneyEvent(@Nullable String type) {
        ShipmentStatus status() {
            return switch (type == null ? "" : type) {
                case "delivered" -> ShipmentStatus.DELIVERED;
                case "lost" -> ShipmentStatus.LOST;
                default -> throw new IllegalArgumentException("type must be delivered or lost, was " + type);
            };
        }
    }

    @PostMapping("/shipments/{id}/events")
    ResponseEntity<Shipment> travel(@PathVariable String id, @RequestBody JourneyEvent event) {
        ShipmentStatus status = event.status();
        if (shipments.find(id).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok(journeys.end(id, status));
    }

    /** The card numbers that force an outcome of one payment. */
    @GetMapping("/cards")
    List<TestCards.Card> cards() {
        return TestCards.all();
    }

    @GetMapping("/faults")
    List<Fault> faults() {
        return PROVIDERS.stream().sorted().map(faults::of).toList();
    }

    /** What is not said is as it is with a provider that behaves. */
    record AskedFault(
            @Nullable String provider,
            @Nullable Long latencyMs,
            @Nullable Double failureRate,
            @Nullable Double lostAnswerRate,
            @Nullable Long webhookDelayMs,
            @Nullable Integer webhookCopies,
            @Nullable Long webhookShuffleMs,
            @Nullable Double busyRate) {
        Fault fault() {
            if (provider == null || !PROVIDERS.contains(provider)) {
                throw new IllegalArgumentException("provider must be one of " + PROVIDERS + ", was " + provider);
            }
            Fault none = Fault.none(provider);
            return new Fault(
                    provider,
                    Objects.requireNonNullElse(latencyMs, none.latencyMs()),
                    Objects.requireNonNullElse(failureRate, none.failureRate()),
                    Objects.requireNonNullElse(lostAnswerRate, none.lostAnswerRate()),
                    Objects.requireNonNullElse(webhookDelayMs, none.webhookDelayMs()),
                    Objects.requireNonNullElse(webhookCopies, none.webhookCopies()),
                    Objects.requireNonNullElse(webhookShuffleMs, none.webhookShuffleMs()),
                    Objects.requireNonNullElse(busyRate, none.busyRate()));
        }
    }

    @PutMapping("/faults")
    Fault misbehave(@RequestBody AskedFault asked) {
        Fault fault = asked.fault();
        faults.set(fault);
        return fault;
    }
}
