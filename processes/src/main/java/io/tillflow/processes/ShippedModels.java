package io.tillflow.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The models in this jar: what a fresh installation deploys, in one go. */
public final class ShippedModels {
    private static final List<String> NAMES = List.of(
            "orders/order-fulfilment.bpmn",
            "orders/order-timing.dmn",
            "orders/order-risk.dmn",
            "orders/carrier-choice.dmn",
            "orders/review-order.form",
            "orders/collect-payment.form",
            "orders/resolve-delivery.form",
            "orders/return-request.bpmn",
            "orders/return-policy.dmn",
            "orders/review-return.form",
            "orders/inspect-return.form",
            "orders/resolve-replacement.form",
            "orders/payment-dispute.bpmn",
            "orders/dispute-policy.dmn",
            "orders/review-dispute.form",
            "orders/chase-verdict.form",
            "support/support-request.bpmn",
            "support/support-urgency.dmn",
            "support/support-topic.dmn",
            "support/support-triage.dmn",
            "support/answer-request.form",
            "accounts/account-letter.bpmn",
            "marketing/cart-reminder.bpmn",
            "marketing/cart-reminder.dmn",
            "stock/replenishment.bpmn",
            "stock/reorder-policy.dmn",
            "stock/approve-purchase.form",
            "stock/choose-supplier.form",
            "stock/chase-purchase.form",
            "prices/slow-seller-markdown.bpmn",
            "prices/markdown-policy.dmn",
            "prices/approve-markdown.form",
            "analytics/nightly-export.bpmn",
            "intelligence/train-model.bpmn",
            "intelligence/model-gate.dmn");

    private ShippedModels() {}

    /** Topic and file name, as "orders/order-fulfilment.bpmn"; a class path resource below /models. */
    public static List<String> names() {
        return NAMES;
    }

    /** The file's bytes. */
    public static byte[] read(String name) {
        try (InputStream model = ShippedModels.class.getResourceAsStream("/models/" + name)) {
            if (model == null) {
                throw new IllegalArgumentException("expected one of the shipped models " + NAMES + ", but got " + name);
            }
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped model " + name, e);
        }
    }
}
