package io.tillflow.studio.patterns;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.patterns.Pattern.Asked;
import io.tillflow.studio.patterns.Pattern.Choices;
import io.tillflow.studio.patterns.Pattern.Made;
import io.tillflow.studio.patterns.Pattern.Past;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people decide about patterns; each act by those who may, and in the audit. */
@Service
public class PatternsDesk {
    private static final int UNKNOWN = 404;

    private final Wire wire;
    private final JsonMapper json;
    private final Audit audit;
    private final CurrentUser user;

    PatternsDesk(Wire wire, JsonMapper json, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.json = json;
        this.audit = audit;
        this.user = user;
    }

    private record Items(List<Pattern> items) {}

    private record Firings(List<Made> items) {}

    public List<Pattern> all() {
        return wire.get("/patterns", Items.class).items();
    }

    public Pattern one(String id) {
        return wire.get(path(id), Pattern.class);
    }

    public Choices metrics() {
        return wire.get("/patterns/metrics", Choices.class);
    }

    /** The last events that it made, the newest first. */
    public List<Made> firings(String id) {
        return wire.get(path(id) + "/firings", Firings.class).items();
    }

    /** When a rule would have been seen, without keeping it. */
    public Past past(Asked asked) {
        return wire.send("POST", "/patterns/preview", asked, Past.class);
    }

    /** Makes a new one or changes one that is there; it is looked at from the window on that is open now. */
    @RolesAllowed(Role.Is.ANALYST)
    public Pattern save(String id, Asked asked) {
        Asked before = known(id);
        ObjectNode body = json.valueToTree(asked);
        wire.send("PUT", path(id), body.put("by", user.name()));
        audit.record("pattern.saved", "pattern/" + id, before, asked);
        return one(id);
    }

    private @Nullable Asked known(String id) {
        try {
            Pattern now = one(id);
            return now.asked(now.paused());
        } catch (Refused refused) {
            if (refused.status() == UNKNOWN) {
                return null;
            }
            throw refused;
        }
    }

    @RolesAllowed(Role.Is.ANALYST)
    public Pattern pause(String id, boolean paused) {
        return save(id, one(id).asked(paused));
    }

    /** Makes its event now, of the last window that is over, once a key. */
    @RolesAllowed(Role.Is.ANALYST)
    public String run(String id, String key) {
        String event =
                wire.send("POST", path(id) + "/firing", null, key).path("event").asString("");
        audit.record("pattern.run", "pattern/" + id, null, Map.of("event", event));
        return event;
    }

    @RolesAllowed(Role.Is.ANALYST)
    public void delete(String id) {
        Pattern before = one(id);
        wire.send("DELETE", path(id), null);
        audit.record("pattern.deleted", "pattern/" + id, before.asked(before.paused()), null);
    }

    private static String path(String id) {
        return "/patterns/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
