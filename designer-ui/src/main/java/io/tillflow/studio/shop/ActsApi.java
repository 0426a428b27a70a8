package io.tillflow.studio.shop;

import io.tillflow.studio.shop.HandDesk.Asked;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Steps of an order by hand, for programs. An Idempotency-Key, a UUID, makes a repetition the same act; with {@code atOnce}
 * it is not left to an automation. The answer's {@code acts} tell who does it and what came of it.
 */
@RestController
@RequestMapping("/api/v1/shop")
@ResponseStatus(HttpStatus.ACCEPTED)
class ActsApi {
    private static final String KEY = "Idempotency-Key";

    private final HandDesk hands;
    private final ShopDesk desk;

    ActsApi(HandDesk hands, ShopDesk desk) {
        this.hands = hands;
        this.desk = desk;
    }

    record How(@Nullable Boolean atOnce) {}

    /** @param amount in minor units */
    record Refund(long amount, @Nullable Boolean atOnce) {}

    /**
     * What shall be different.
     *
     * @param seen the address that was looked at; another one is not overwritten
     * @param quantities how many of a SKU are left
     * @param payMore whether the customer is asked to pay first where it costs more; refused otherwise
     */
    record Changes(
            Draft.@Nullable Place shipping,
            Draft.@Nullable Place seen,
            @Nullable Map<String, Integer> quantities,
            @Nullable Boolean payMore) {}

    /** @param carrier who takes it; the cheapest when left out */
    record Shipment(@Nullable String carrier) {}

    /** @param location where its things are put; the first one when left out */
    record Restock(@Nullable String location) {}

    @PostMapping("/orders/{id}/shipment")
    ShopOrder ship(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Shipment shipment,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        String carrier = shipment == null || shipment.carrier() == null ? "" : shipment.carrier();
        hands.ship(id.toString(), asked(key, true), carrier);
        return desk.book().order(id.toString());
    }

    @PostMapping("/orders/{id}/capture")
    ShopOrder capture(@PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        hands.capture(id.toString(), asked(key, true));
        return desk.book().order(id.toString());
    }

    @PostMapping("/orders/{id}/cancellation")
    ShopOrder cancel(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable How how,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        hands.cancel(id.toString(), asked(key, how != null && Boolean.TRUE.equals(how.atOnce())));
        return desk.book().order(id.toString());
    }

    /** Before it is locked for shipping. */
    @PostMapping("/orders/{id}/changes")
    ShopOrder change(
            @PathVariable UUID id,
            @RequestBody Changes changes,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        Map<String, Object> wanted = new HashMap<>();
        if (changes.shipping() != null) {
            wanted.put("shipping", changes.shipping());
        }
        if (changes.seen() != null) {
            wanted.put("seen", changes.seen());
        }
        if (changes.quantities() != null) {
            wanted.put("quantities", changes.quantities());
        }
        if (Boolean.TRUE.equals(changes.payMore())) {
            wanted.put("payMore", true);
        }
        hands.change(id.toString(), asked(key, true), wanted);
        return desk.book().order(id.toString());
    }

    /** The change that waits for its payment is off: the order stays as it is. */
    @PostMapping("/orders/{id}/changes/off")
    ShopOrder dropChange(@PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        hands.dropChange(id.toString(), asked(key, true));
        return desk.book().order(id.toString());
    }

    @PostMapping("/orders/{id}/refunds")
    ShopOrder refund(
            @PathVariable UUID id,
            @RequestBody Refund refund,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        hands.refund(id.toString(), asked(key, Boolean.TRUE.equals(refund.atOnce())), refund.amount());
        return desk.book().order(id.toString());
    }

    @PostMapping("/returns/{id}/arrival")
    void receive(@PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        hands.receive(id.toString(), asked(key, true));
    }

    @PostMapping("/returns/{id}/restock")
    void restock(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Restock restock,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        String location = restock == null || restock.location() == null ? "" : restock.location();
        hands.restock(id.toString(), asked(key, true), location);
    }

    @PostMapping("/returns/{id}/refund")
    void payOut(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable How how,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        hands.payOut(id.toString(), asked(key, how != null && Boolean.TRUE.equals(how.atOnce())));
    }

    /** Sends what is wanted instead of it. */
    @PostMapping("/returns/{id}/exchange")
    void exchange(@PathVariable UUID id, @RequestHeader(name = KEY, required = false) @Nullable UUID key) {
        hands.exchange(id.toString(), asked(key, true));
    }

    private static Asked asked(@Nullable UUID key, boolean atOnce) {
        return new Asked(key == null ? UUID.randomUUID() : key, atOnce);
    }
}
