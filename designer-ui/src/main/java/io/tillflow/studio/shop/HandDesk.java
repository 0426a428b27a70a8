package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Steps of an order that merchants take themselves; each in the audit. */
@Service
public class HandDesk {
    private final ShopWire wire;
    private final Audit audit;
    private final CurrentUser user;

    HandDesk(ShopWire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    /**
     * What is asked for.
     *
     * @param id made up by the caller, so that asking twice does it once
     * @param atOnce whether not to leave it to an automation that could do it
     */
    public record Asked(UUID id, boolean atOnce) {
        static Asked now(UUID id) {
            return new Asked(id, true);
        }

        static Asked once() {
            return new Asked(UUID.randomUUID(), false);
        }
    }

    /** @param carrier who takes the parcel; empty for the cheapest */
    @RolesAllowed(Role.Is.MERCHANT)
    public void ship(String order, Asked asked, String carrier) {
        act("order.shipped", order(order), "/shipment", asked, Map.of("carrier", carrier));
    }

    @RolesAllowed(Role.Is.MERCHANT)
    public void capture(String order, Asked asked) {
        act("order.captured", order(order), "/capture", asked, Map.of());
    }

    @RolesAllowed(Role.Is.MERCHANT)
    public void cancel(String order, Asked asked) {
        act("order.cancelled", order(order), "/cancellation", asked, Map.of());
    }

    /** @param wanted {@code shipping} and {@code quantities}, where they shall be different; {@code payMore} where it may cost more, and is paid first */
    @RolesAllowed(Role.Is.MERCHANT)
    public void change(String order, Asked asked, Map<String, Object> wanted) {
        send(order(order), "/changes", asked, wanted);
        Object left = wanted.getOrDefault("quantities", Map.of());
        audit.record(
                "order.changed",
                order(order),
                null,
                Map.of(
                        "act",
                        asked.id(),
                        "address",
                        wanted.containsKey("shipping"),
                        "left",
                        left,
                        "payMore",
                        wanted.containsKey("payMore")));
    }

    /** What waits for its payment is off: the order stays as it is. */
    @RolesAllowed(Role.Is.MERCHANT)
    public void dropChange(String order, Asked asked) {
        act("order.change-dropped", order(order), "/changes/off", asked, Map.of());
    }

    /** @param amount in minor units */
    @RolesAllowed(Role.Is.MERCHANT)
    public void refund(String order, Asked asked, long amount) {
        act("order.refunded", order(order), "/refunds", asked, Map.of("amount", amount));
    }

    @RolesAllowed(Role.Is.MERCHANT)
    public void receive(String back, Asked asked) {
        act("return.received", back(back), "/arrival", asked, Map.of());
    }

    /** @param location where its things are put; empty for the first one */
    @RolesAllowed(Role.Is.MERCHANT)
    public void restock(String back, Asked asked, String location) {
        act(
                "return.restocked",
                back(back),
                "/restock",
                asked,
                location.isEmpty() ? Map.of() : Map.of("location", location));
    }

    @RolesAllowed(Role.Is.MERCHANT)
    public void payOut(String back, Asked asked) {
        act("return.refunded", back(back), "/refund", asked, Map.of());
    }

    /** Sends what is wanted instead of a return. */
    @RolesAllowed(Role.Is.MERCHANT)
    public void exchange(String back, Asked asked) {
        act("return.exchanged", back(back), "/exchange", asked, Map.of());
    }

    private void act(String what, String subject, String path, Asked asked, Map<String, Object> facts) {
        send(subject, path, asked, facts);
        Map<String, Object> kept = new HashMap<>(facts);
        kept.put("act", asked.id());
        audit.record(what, subject, null, kept);
    }

    private void send(String subject, String path, Asked asked, Map<String, Object> facts) {
        Map<String, Object> body = new HashMap<>(facts);
        body.put("id", asked.id());
        body.put("by", user.name());
        body.put("atOnce", asked.atOnce());
        wire.send("POST", "/admin/" + subject.replaceFirst("/", "s/") + path, body);
    }

    private static String order(String id) {
        return "order/" + UUID.fromString(id);
    }

    private static String back(String id) {
        return "return/" + UUID.fromString(id);
    }
}
