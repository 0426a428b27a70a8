package io.tillflow.studio.webhooks;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.webhooks.Webhook.Asked;
import io.tillflow.studio.webhooks.Webhook.Delivery;
import io.tillflow.studio.webhooks.Webhook.Tried;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** What people decide about webhooks; each act by those who may, and in the audit, which never sees a secret. */
@Service
public class WebhooksDesk {
    private static final int UNKNOWN = 404;

    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    WebhooksDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    private record Items(List<Webhook> items) {}

    private record Deliveries(List<Delivery> items) {}

    public List<Webhook> all() {
        return wire.get("/hooks", Items.class).items();
    }

    public Webhook one(String id) {
        return wire.get(path(id), Webhook.class);
    }

    /** The last calls, the newest first: payloads may name people. */
    @RolesAllowed({Role.Is.ANALYST, Role.Is.OPERATOR})
    public List<Delivery> deliveries(String id) {
        return wire.get(path(id) + "/deliveries", Deliveries.class).items();
    }

    /** Makes a new one, whose secret the answer tells this once, or changes one that is there. */
    @RolesAllowed(Role.Is.ANALYST)
    public Webhook save(String id, Asked asked) {
        Asked before = known(id);
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("message", asked.message());
        body.put("signing", asked.signing());
        body.put("header", asked.header());
        body.put("idFrom", asked.idFrom());
        body.put("subjectFrom", asked.subjectFrom());
        body.put("variables", asked.variables());
        body.put("perMinute", asked.perMinute());
        body.put("by", user.name());
        Webhook saved = wire.send("PUT", path(id), body, Webhook.class);
        audit.record("webhook.saved", "webhook/" + id, before, asked);
        return saved;
    }

    private @Nullable Asked known(String id) {
        try {
            return one(id).asked();
        } catch (Refused refused) {
            if (refused.status() == UNKNOWN) {
                return null;
            }
            throw refused;
        }
    }

    /** The old secret stops counting at once. */
    @RolesAllowed(Role.Is.ANALYST)
    public Webhook newSecret(String id) {
        Webhook renewed = wire.send("POST", path(id) + "/secret", Map.of("by", user.name()), Webhook.class);
        audit.record("webhook.secret", "webhook/" + id, null, null);
        return renewed;
    }

    /** Sends a payload as a genuine caller would; what that begins acts as the automation's state says. */
    @RolesAllowed(Role.Is.ANALYST)
    public Tried tryOut(String id, JsonNode payload) {
        Tried tried = wire.send("POST", path(id) + "/test", payload, Tried.class);
        audit.record("webhook.tested", "webhook/" + id, null, Map.of("outcome", tried.outcome()));
        return tried;
    }

    @RolesAllowed(Role.Is.ANALYST)
    public void delete(String id) {
        Asked before = one(id).asked();
        wire.send("DELETE", path(id), null);
        audit.record("webhook.deleted", "webhook/" + id, before, null);
    }

    private static String path(String id) {
        return "/hooks/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
