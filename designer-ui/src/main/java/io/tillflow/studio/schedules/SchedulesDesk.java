package io.tillflow.studio.schedules;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.schedules.Schedule.Asked;
import io.tillflow.studio.schedules.Schedule.Firing;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people decide about schedules; each act by those who may, and in the audit. */
@Service
public class SchedulesDesk {
    private static final int UNKNOWN = 404;

    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    SchedulesDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    private record Items(List<Schedule> items) {}

    private record Firings(List<Firing> items) {}

    public List<Schedule> all() {
        return wire.get("/schedules", Items.class).items();
    }

    public Schedule one(String id) {
        return wire.get(path(id), Schedule.class);
    }

    /** The last events that it made, the newest first. */
    public List<Firing> firings(String id) {
        return wire.get(path(id) + "/firings", Firings.class).items();
    }

    /** When it would be due next, without keeping it. */
    public List<Instant> preview(String cron, String zone) {
        return wire.send("POST", "/schedules/preview", Map.of("cron", cron, "zone", zone))
                .path("next")
                .valueStream()
                .map(it -> Instant.parse(it.asString()))
                .toList();
    }

    /** Makes a new one or changes one that is there; what it is due at next counts from now. */
    @RolesAllowed(Role.Is.ANALYST)
    public Schedule save(String id, Asked asked) {
        Asked before = known(id);
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("cron", asked.cron());
        body.put("zone", asked.zone());
        body.put("misfire", asked.misfire());
        body.put("message", asked.message());
        body.put("data", asked.data());
        body.put("paused", Boolean.TRUE.equals(asked.paused()));
        body.put("by", user.name());
        wire.send("PUT", path(id), body);
        audit.record("schedule.saved", "schedule/" + id, before, asked);
        return one(id);
    }

    private @Nullable Asked known(String id) {
        try {
            Schedule now = one(id);
            return now.asked(now.paused());
        } catch (Refused refused) {
            if (refused.status() == UNKNOWN) {
                return null;
            }
            throw refused;
        }
    }

    @RolesAllowed(Role.Is.ANALYST)
    public Schedule pause(String id, boolean paused) {
        return save(id, one(id).asked(paused));
    }

    /** Makes its event now, once a key; what that begins acts as the automation's state says. */
    @RolesAllowed(Role.Is.ANALYST)
    public String run(String id, String key) {
        String event =
                wire.send("POST", path(id) + "/firing", null, key).path("event").asString("");
        audit.record("schedule.run", "schedule/" + id, null, Map.of("event", event));
        return event;
    }

    @RolesAllowed(Role.Is.ANALYST)
    public void delete(String id) {
        Schedule before = one(id);
        wire.send("DELETE", path(id), null);
        audit.record("schedule.deleted", "schedule/" + id, before.asked(before.paused()), null);
    }

    private static String path(String id) {
        return "/schedules/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
