package io.tillflow.studio.automations;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.automations.Automation.Event;
import io.tillflow.studio.automations.Automation.Limits;
import io.tillflow.studio.automations.Automation.WouldHave;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people decide about automations; each act by those who may, and in the audit. */
@Service
public class AutomationsDesk {
    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    AutomationsDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    record Items(List<Automation> items) {}

    /** One page of what dry runs would have done, newest first. */
    public record WouldHavePage(
            List<WouldHave> items, @Nullable String next) {}

    private record Events(List<Event> items) {}

    public List<Automation> all() {
        return wire.get("/automations", Items.class).items();
    }

    public Automation one(String id) {
        return wire.get(path(id), Automation.class);
    }

    /** On, dry-run, paused or off from now on; instances under way go on as they began. */
    @RolesAllowed(Role.Is.ANALYST)
    public Automation change(String id, @Nullable String state, @Nullable String reason) {
        Automation before = one(id);
        Map<String, Object> change = new HashMap<>();
        change.put("state", state);
        change.put("reason", reason);
        change.put("by", user.name());
        wire.send("PUT", path(id), change);
        Automation after = one(id);
        audit.record("automation.changed", "automation/" + id, decided(before), decided(after));
        return after;
    }

    private static Map<String, String> decided(Automation automation) {
        return automation.reason() == null
                ? Map.of("state", automation.state())
                : Map.of("state", automation.state(), "reason", automation.reason());
    }

    @RolesAllowed(Role.Is.ANALYST)
    public Automation limit(String id, Limits limits) {
        Limits before = one(id).limits();
        wire.send("PUT", path(id) + "/limits", limits);
        audit.record("automation.limited", "automation/" + id, before, limits);
        return one(id);
    }

    /** Sends all that came while it was off on its way now; says how many. */
    @RolesAllowed(Role.Is.ANALYST)
    public int publishUnwanted(String id) {
        int published = wire.send("POST", path(id) + "/unwanted/publication", null)
                .path("published")
                .asInt(0);
        audit.record("automation.published", "automation/" + id, null, Map.of("events", published));
        return published;
    }

    public WouldHavePage wouldHave(String id, @Nullable String after, int limit) {
        return wire.get(
                path(id) + "/would-have?limit=" + limit + (after == null ? "" : "&after=" + encoded(after)),
                WouldHavePage.class);
    }

    /** The oldest events of a message that are HELD or UNWANTED. */
    List<Event> aside(String message, String state, int most) {
        return wire.get("/intake/events?type=" + encoded(message) + "&state=" + state + "&limit=" + most, Events.class)
                .items();
    }

    private static String path(String id) {
        return "/automations/" + encoded(id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
