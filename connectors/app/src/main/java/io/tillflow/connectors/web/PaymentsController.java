package io.tillflow.connectors.web;

import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentRequest;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens payments for the shop's checkout. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentsController {
    private final Payments payments;

    PaymentsController(Payments payments) {
        this.payments = payments;
    }

    record Asked(
            @Nullable String reference,
            long amount,
            @Nullable String currency,
            @Nullable String returnUrl) {
        PaymentRequest request() {
            return new PaymentRequest(
                    required("reference", reference),
                    new Money(amount, required("currency", currency)),
                    required("returnUrl", returnUrl));
        }

        private static String required(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(name + " must be given");
            }
            return value;
        }
    }

    record Shown(
            String id,
            String reference,
            long amount,
            String currency,
            String status,
            @Nullable String declineReason,
            String url) {
        static Shown of(Payment payment) {
            return new Shown(
                    payment.id(),
                    payment.reference(),
                    payment.amount().minorUnits(),
                    payment.amount().currency(),
                    payment.status().name(),
                    payment.declineReason() == null
                            ? null
                            : payment.declineReason().name(),
                    payment.url());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown open(@RequestHeader("Idempotency-Key") String key, @RequestBody Asked asked) {
        return Shown.of(payments.open(asked.request(), key));
    }

    @GetMapping("/{id}")
    ResponseEntity<Shown> find(@PathVariable String id) {
        return ResponseEntity.of(payments.find(id).map(Shown::of));
    }
}
