package io.tillflow.storefront.api;

import io.tillflow.storefront.supply.IncomingGoods;
import io.tillflow.storefront.supply.LowStock;
import io.tillflow.storefront.supply.NotNeeded;
import io.tillflow.storefront.supply.Purchase;
import io.tillflow.storefront.supply.PurchaseState;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the automation does with what is being bought; every call may be repeated. */
@RestController
@RequestMapping("/api/v1/service")
class SupplyServiceApi {
    private static final int MOST = 1_000_000;

    private final IncomingGoods incoming;
    private final LowStock low;

    SupplyServiceApi(IncomingGoods incoming, LowStock low) {
        this.incoming = incoming;
        this.low = low;
    }

    record News(
            @Nullable String sku,
            @Nullable String supplier,
            @Nullable PurchaseState state,
            @Nullable Integer quantity,
            @Nullable Long unitPrice,
            @Nullable String currency,
            @Nullable LocalDate expectedOn) {
        IncomingGoods.Told told() {
            if (state == null) {
                throw ShopProblem.needed("state");
            }
            if (sku == null || supplier == null) {
                throw ShopProblem.needed(sku == null ? "sku" : "supplier");
            }
            return new IncomingGoods.Told(
                    sku, supplier, state, count("quantity", quantity), unitPrice, currency, expectedOn);
        }
    }

    /** @param location where it is put; the first one when left out */
    record Delivery(@Nullable Integer delivered, @Nullable String location) {}

    record Booked(int received, int missing) {}

    record Look(@Nullable String sku) {}

    record Found(int told) {}

    @PutMapping("/purchases/{request}")
    Purchase tell(@PathVariable UUID request, @RequestBody News news) {
        try {
            return incoming.tell(request, news.told());
        } catch (NotNeeded e) {
            throw new ShopProblem(HttpStatus.CONFLICT, "not-needed", String.valueOf(e.getMessage()));
        } catch (DataIntegrityViolationException e) {
            throw ShopProblem.notFound("variant");
        }
    }

    @PostMapping("/purchases/{request}/receipt")
    Booked receive(@PathVariable UUID request, @RequestBody Delivery delivery) {
        Purchase purchase = incoming.receive(request, count("delivered", delivery.delivered()), delivery.location())
                .orElseThrow(() -> ShopProblem.notFound("purchase"));
        return new Booked(purchase.received(), purchase.missing());
    }

    @PostMapping("/stock/low")
    Found look(@RequestBody Look look) {
        return new Found(low.tellAgain(look.sku()));
    }

    private static int count(String field, @Nullable Integer value) {
        if (value == null || value < 0 || value > MOST) {
            throw ShopProblem.invalid(field, "A number from 0 to " + MOST + ".");
        }
        return value;
    }
}
