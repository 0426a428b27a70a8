package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What merchants do in the shop; each act by those who may, and in the audit. */
@Service
public class ShopDesk {
    private static final int CONFLICT = 409;

    private final ShopWire wire;
    private final ShopBook book;
    private final Audit audit;
    private final CurrentUser user;

    ShopDesk(ShopWire wire, ShopBook book, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.book = book;
        this.audit = audit;
        this.user = user;
    }

    /** The shopper has written more than the answer's author has read. */
    public static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unread(Refused cause) {
            super(cause.why(), cause);
        }
    }

    /** For those who see the shop and for those who do tasks. */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    ShopBook book() {
        return book;
    }

    /**
     * Writes to the shopper; an open question is answered by it, and its automation hears of it.
     *
     * @param messageId made up by the caller, so that sending it twice says it once
     * @param seen the last message that the author has read
     */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void reply(String question, UUID messageId, String text, long seen) {
        Map<String, Object> written = Map.of("id", messageId, "text", text, "by", user.name(), "seen", seen);
        try {
            wire.send("POST", "/admin/support/" + UUID.fromString(question) + "/replies", written);
        } catch (Refused refused) {
            throw refused.status() == CONFLICT ? new Unread(refused) : refused;
        }
        audit.record("support.answered", "support/" + question, null, Map.of("message", messageId));
    }

    /** Says what a question is about; the shop's model learns from it. */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void sort(String question, String topic) {
        wire.send(
                "PUT",
                "/admin/support/" + UUID.fromString(question) + "/topic",
                Map.of("topic", topic, "by", user.name()));
        audit.record("support.sorted", "support/" + question, null, Map.of("topic", topic));
    }

    /** @param noteId made up by the caller, so that writing it twice notes it once */
    @RolesAllowed(Role.Is.MERCHANT)
    public void note(String order, UUID noteId, String text) {
        wire.send("POST", orderPath(order) + "/notes", Map.of("id", noteId, "text", text, "by", user.name()));
        audit.record("order.noted", "order/" + order, null, Map.of("note", noteId));
    }

    /** @param reason why it is not shown; empty when it is */
    @RolesAllowed(Role.Is.MERCHANT)
    public void decide(String review, boolean shown, String reason) {
        String state = shown ? "SHOWN" : "REFUSED";
        wire.send("PUT", "/admin/reviews/" + UUID.fromString(review), Map.of("state", state, "reason", reason));
        audit.record("review.decided", "review/" + review, null, Map.of("state", state));
    }

    /**
     * How many there really are.
     *
     * @param location where; empty for all of them together
     */
    public record Counted(int onHand, String reason, String location) {}

    /**
     * Books goods in.
     *
     * @param location empty for the first one
     * @param key makes a repetition book nothing more
     */
    @RolesAllowed(Role.Is.MERCHANT)
    public void receive(String sku, int quantity, String location, String key) {
        Map<String, Object> facts = at(location, Map.of("quantity", quantity));
        wire.send("POST", stockPath(sku) + "/receipts", facts, key);
        audit.record("stock.received", "stock/" + sku, null, facts);
    }

    /** @param key makes a repetition change nothing more */
    @RolesAllowed(Role.Is.MERCHANT)
    public void count(String sku, Counted counted, String key) {
        Map<String, Object> facts =
                at(counted.location(), Map.of("onHand", counted.onHand(), "reason", counted.reason()));
        wire.send("PUT", stockPath(sku), facts, key);
        audit.record("stock.counted", "stock/" + sku, null, facts);
    }

    private static Map<String, Object> at(String location, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        if (!location.isEmpty()) {
            all.put("location", location);
        }
        return all;
    }

    private static String stockPath(String sku) {
        return "/admin/stock/" + ShopBook.encoded(sku);
    }

    private static String orderPath(String order) {
        return "/admin/orders/" + UUID.fromString(order);
    }
}
