package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where things lie and their ways from one location to another, by merchants; each change in the audit. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class LocationDesk {
    private final ShopWire wire;
    private final Audit audit;
    private final CurrentUser user;

    LocationDesk(ShopWire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    /** In the order in which orders are served from them. */
    List<Location> all() {
        return List.of(wire.get("/admin/locations", Location[].class));
    }

    /** Those where things can be put. */
    List<Location> open() {
        return all().stream().filter(Location::open).toList();
    }

    /** Makes it, or changes it. */
    void keep(Location location) {
        wire.send("PUT", "/admin/locations/" + ShopBook.encoded(location.id()), location);
        audit.record("location.kept", "location/" + location.id(), null, location);
    }

    /**
     * So many of an article leave for another location.
     *
     * @param id made up by the caller, so that sending twice sends once
     */
    void send(UUID id, String sku, String from, String to, int quantity) {
        wire.send(
                "POST",
                "/admin/transfers",
                Map.of("id", id, "sku", sku, "from", from, "to", to, "quantity", quantity, "by", user.name()));
        audit.record(
                "stock.sent",
                "stock/" + sku,
                null,
                Map.of("transfer", id, "from", from, "to", to, "quantity", quantity));
    }

    /** @param returned they came back to where they were sent from */
    void arrive(String transfer, int quantity, boolean returned) {
        String id = UUID.fromString(transfer).toString();
        wire.send(
                "POST",
                "/admin/transfers/" + id + "/arrival",
                Map.of("quantity", quantity, "returned", returned, "by", user.name()));
        audit.record("stock.arrived", "transfer/" + id, null, Map.of("quantity", quantity, "returned", returned));
    }
}
