package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Prices and promotions, set by merchants; each change in the audit. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class PriceDesk {
    private static final int ROWS = 20;

    private final ShopWire wire;
    private final Audit audit;
    private final CurrentUser user;

    PriceDesk(ShopWire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    Pricing pricing(String sku) {
        String encoded = ShopBook.encoded(sku);
        List<Pricing.Listed> listed = List.of(wire.get("/admin/prices/" + encoded, Pricing.Listed[].class));
        String history = "/admin/prices/" + encoded + "/history?limit=" + ROWS + "&currency=";
        return new Pricing(
                listed,
                listed.stream()
                        .flatMap(it -> Stream.of(wire.get(history + it.currency(), Pricing.Change[].class)))
                        .sorted(Comparator.comparing(Pricing.Change::at).reversed())
                        .limit(ROWS)
                        .toList(),
                List.of(wire.get("/admin/price-plans?limit=" + ROWS + "&sku=" + encoded, Pricing.Plan[].class)));
    }

    /** From now on. */
    void change(String sku, Wanted wanted) {
        Map<String, Object> change = wanted.words();
        Map<String, Object> sent = new HashMap<>(change);
        sent.put("by", user.name());
        wire.send("PUT", "/admin/prices/" + ShopBook.encoded(sku), sent);
        audit.record("price.changed", "price/" + sku, null, change);
    }

    /** In another currency: it is the shop's own price times the rate again. */
    void follow(String sku, String currency) {
        wire.send(
                "DELETE",
                "/admin/prices/" + ShopBook.encoded(sku) + "/" + ShopBook.encoded(currency) + "?by="
                        + ShopBook.encoded(user.name()),
                null);
        audit.record("price.follows-rate", "price/" + sku, null, Map.of("currency", currency));
    }

    /** @param id made up by the caller, so that asking twice plans it once */
    void plan(UUID id, String sku, Wanted wanted) {
        Map<String, Object> plan = new HashMap<>(wanted.words());
        if (wanted.from() != null) {
            plan.put("startsAt", wanted.from());
        }
        if (wanted.until() != null) {
            plan.put("endsAt", wanted.until());
        }
        Map<String, Object> sent = new HashMap<>(plan);
        sent.putAll(Map.of("id", id, "sku", sku, "by", user.name()));
        wire.send("POST", "/admin/price-plans", sent);
        audit.record("price.planned", "price/" + sku, null, plan);
    }

    /**
     * A price with its time.
     *
     * @param currency null for the shop's own
     * @param reasonDe the reason in German; null where it is the same
     * @param from null for now
     * @param until when the price before comes back; null for one that stays
     */
    record Wanted(
            long price,
            @Nullable String currency,
            @Nullable String reason,
            @Nullable String reasonDe,
            @Nullable Instant from,
            @Nullable Instant until) {
        private Map<String, Object> words() {
            return Map.of(
                    "price",
                    price,
                    "currency",
                    Objects.requireNonNullElse(currency, CurrencyFields.BASE),
                    "reason",
                    Objects.requireNonNullElse(reason, ""),
                    "reasonDe",
                    Objects.requireNonNullElse(reasonDe, ""));
        }
    }

    /** One that runs ends now, and the price before it comes back. */
    void cancel(Pricing.Plan plan) {
        wire.send("DELETE", "/admin/price-plans/" + UUID.fromString(plan.id()), null);
        audit.record("price.plan-cancelled", "price/" + plan.sku(), Map.of("price", plan.price()), null);
    }

    List<Promotion> promotions() {
        return List.of(wire.get("/admin/promotions", Promotion[].class));
    }

    /** By how many orders each was used; those that nobody used are not named. */
    Map<String, Integer> promotionUses() {
        Map<String, Integer> uses = new HashMap<>();
        wire.send("GET", "/admin/promotions/uses", null)
                .properties()
                .forEach(it -> uses.put(it.getKey(), it.getValue().asInt()));
        return uses;
    }

    void save(Promotion promotion) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("code", promotion.code());
        draft.put("title", promotion.title());
        draft.put("titleDe", promotion.titleDe());
        draft.put("kind", promotion.kind());
        draft.put("value", promotion.value());
        draft.put("buys", promotion.buys());
        draft.put("gets", promotion.gets());
        draft.put("category", promotion.category());
        draft.put("atLeast", promotion.atLeast());
        draft.put("combines", promotion.combines());
        draft.put("startsAt", promotion.startsAt());
        draft.put("endsAt", promotion.endsAt());
        draft.put("mostUses", promotion.mostUses());
        draft.put("mostPerCustomer", promotion.mostPerCustomer());
        save(promotion.id(), draft);
    }

    /** @param draft the fields of a promotion; what is wrong with them the shop says */
    void save(String id, Map<String, Object> draft) {
        wire.send("PUT", "/admin/promotions/" + ShopBook.encoded(id), draft);
        audit.record("promotion.saved", "promotion/" + id, null, draft);
    }
}
