package io.tillflow.storefront.returns;

import io.tillflow.storefront.orders.OrderStock;
import io.tillflow.storefront.stock.Need;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the automation says about a return; saying it again changes nothing. */
@Service
@Transactional
public class ReturnProgress {
    private final Returns returns;
    private final OrderStock stock;
    private final Exchanges exchanges;

    ReturnProgress(Returns returns, OrderStock stock, Exchanges exchanges) {
        this.returns = returns;
        this.stock = stock;
        this.exchanges = exchanges;
    }

    /** The news; what is null leaves what is known. */
    public record Told(
            ReturnState state,
            @Nullable String reason,
            @Nullable String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable String labelUrl,
            @Nullable Long refunded) {}

    /** Answers the return as it is; nothing for an unknown one. */
    public Optional<OrderReturn> tell(UUID id, Told told) {
        if (told.state().finished()) {
            stock.enterLine();
        }
        Optional<OrderReturn> found = returns.lock(id);
        found.filter(known -> known.state().mayBecome(told.state())).ifPresent(known -> {
            returns.tell(known, told);
            if (told.state().finished()) {
                exchanges.end(known, told.state());
            }
        });
        return found.flatMap(known -> returns.find(id));
    }

    /** Must come before any other lock of a transaction that restocks. */
    public void enterLine() {
        stock.enterLine();
    }

    /**
     * Puts what came back on sale; false: no such return.
     *
     * @param location where it is put; null for the first one
     */
    public boolean restock(UUID id, @Nullable String location) {
        stock.enterLine();
        Optional<OrderReturn> found = returns.lock(id);
        found.filter(known -> known.restockedAt() == null).ifPresent(known -> {
            stock.takeBack(
                    known.orderId(),
                    known.lines().stream()
                            .map(line -> new Need(line.sku(), line.quantity()))
                            .toList(),
                    location);
            returns.restocked(id);
        });
        return found.isPresent();
    }
}
