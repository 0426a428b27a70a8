package io.tillflow.connectors.suppliers;

import io.tillflow.processes.PurchaseStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as the supplier has it.
 *
 * @param agreed how many they confirmed or, once delivered, sent in all; until then as many as were asked for
 * @param expectedOn when the goods should come; null while the supplier has not said
 */
public record Purchase(
        String id,
        String reference,
        String supplier,
        String sku,
        int quantity,
        PurchaseStatus status,
        int agreed,
        @Nullable LocalDate expectedOn) {
    /** Whether it is what this request asked for: the same key with another one is a mistake. */
    public boolean isFor(PurchaseRequest request) {
        return reference.equals(request.reference())
                && supplier.equals(request.supplier())
                && sku.equals(request.sku())
                && quantity == request.quantity();
    }
}
