package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Orders that merchants put together for somebody; who began, placed or discarded one is in the audit. */
@Service
public class DraftDesk {
    private final ShopWire wire;
    private final Audit audit;
    private final CurrentUser user;

    DraftDesk(ShopWire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    private record Drafts(List<Draft> items, @Nullable String next) {}

    /** The newest first. */
    @RolesAllowed(Role.Is.MERCHANT)
    ShopBook.Page<Draft> drafts(String after) {
        Drafts page = wire.get(
                "/admin/drafts?limit=50" + (after.isEmpty() ? "" : "&after=" + ShopBook.encoded(after)), Drafts.class);
        return new ShopBook.Page<>(page.items(), page.next());
    }

    @RolesAllowed(Role.Is.MERCHANT)
    Draft draft(String id) {
        return wire.get(path(id), Draft.class);
    }

    /**
     * Begins one.
     *
     * @param id made up by the caller, so that asking twice begins one
     * @param customer whose last address it begins with; null for nobody known
     */
    @RolesAllowed(Role.Is.MERCHANT)
    void begin(UUID id, @Nullable String customer, String language) {
        Map<String, Object> begun = new HashMap<>(Map.of("id", id, "by", user.name(), "language", language));
        if (customer != null) {
            begun.put("customerId", UUID.fromString(customer));
        }
        wire.send("POST", "/admin/drafts", begun);
        audit.record("draft.begun", "draft/" + id, null, customer == null ? Map.of() : Map.of("customer", customer));
    }

    @RolesAllowed(Role.Is.MERCHANT)
    void save(String id, Draft.Wanted wanted) {
        wire.send("PUT", path(id), wanted);
    }

    /**
     * Makes an order of it.
     *
     * @param revision what was looked at
     * @param total what it was seen to cost; null when nobody looked
     */
    @RolesAllowed(Role.Is.MERCHANT)
    void place(String id, int revision, @Nullable Long total) {
        Map<String, Object> seen = new HashMap<>(Map.of("revision", revision));
        if (total != null) {
            seen.put("total", total);
        }
        wire.send("POST", path(id) + "/order", seen);
        audit.record(
                "draft.placed",
                "draft/" + id,
                null,
                Map.of("order", String.valueOf(draft(id).orderId())));
    }

    @RolesAllowed(Role.Is.MERCHANT)
    void discard(String id) {
        wire.send("DELETE", path(id), null);
        audit.record("draft.discarded", "draft/" + id, null, Map.of());
    }

    private static String path(String id) {
        return "/admin/drafts/" + UUID.fromString(id);
    }
}
