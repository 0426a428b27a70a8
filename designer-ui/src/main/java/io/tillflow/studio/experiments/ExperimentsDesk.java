package io.tillflow.studio.experiments;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do about experiments; each act by those who may, and in the audit. */
@Service
public class ExperimentsDesk {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    ExperimentsDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    public List<Experiment> all() {
        return wire.get("/experiments", Experiment.All.class).items();
    }

    public Experiment one(String name, int version) {
        return wire.get(path(name, version), Experiment.class);
    }

    /** Everybody gets the usual arm; who took part is judged all the same. */
    @RolesAllowed(Role.Is.ANALYST)
    public Experiment stop(String name, int version) {
        return act(name, version, "stop", Map.of("by", user.name()));
    }

    @RolesAllowed(Role.Is.ANALYST)
    public Experiment start(String name, int version) {
        return act(name, version, "start", Map.of("by", user.name()));
    }

    /** Everybody gets this arm from now on. */
    @RolesAllowed(Role.Is.ANALYST)
    public Experiment take(String name, int version, String arm) {
        return act(name, version, "taking", Map.of("by", user.name(), "arm", arm));
    }

    /**
     * Lets shares shift by themselves, or keeps them.
     *
     * @param floor a part of 1; none keeps them
     */
    @RolesAllowed(Role.Is.ANALYST)
    public Experiment shift(String name, int version, @Nullable Double floor) {
        return act(
                name,
                version,
                "shifting",
                floor == null ? Map.of("by", user.name()) : Map.of("by", user.name(), "floor", floor));
    }

    private Experiment act(String name, int version, String act, Map<String, Object> body) {
        wire.send("POST", path(name, version) + "/" + act, body);
        audit.record("experiment." + act, "experiments/" + name + "/" + version, null, body);
        return one(name, version);
    }

    private static String path(String name, int version) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected the name of an experiment like cart-reminder, but got " + name);
        }
        return "/experiments/" + name + "/" + version;
    }
}
