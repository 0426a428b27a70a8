package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.springframework.stereotype.Service;

/** When articles are low and how they are bought, said by merchants; each change in the audit. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class RestockingDesk {
    private final ShopWire wire;
    private final Audit audit;
    private final CurrentUser user;

    RestockingDesk(ShopWire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    Restocking restocking(String sku) {
        return wire.get("/admin/supply/" + ShopBook.encoded(sku), Restocking.class);
    }

    /** Nothing comes of a purchase: the shop counts on it no longer, and tells anew of what is low. */
    void giveUp(String sku, String request) {
        wire.send(
                "POST",
                "/admin/supply/" + ShopBook.encoded(sku) + "/purchases/" + ShopBook.encoded(request) + "/given-up",
                Map.of());
        audit.record("purchase.given-up", "supply/" + sku, null, Map.of("request", request));
    }

    void change(Restocking.Rule rule) {
        Map<String, Object> said =
                Map.of("lowAt", rule.lowAt(), "upTo", rule.upTo(), "pack", rule.pack(), "supplier", rule.supplier());
        wire.send(
                "PUT",
                "/admin/supply/" + ShopBook.encoded(rule.sku()),
                Map.of(
                        "lowAt", rule.lowAt(),
                        "upTo", rule.upTo(),
                        "pack", rule.pack(),
                        "supplier", rule.supplier(),
                        "by", user.name()));
        audit.record("restocking.changed", "supply/" + rule.sku(), null, said);
    }
}
