package io.tillflow.studio.intelligence;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.intelligence.Models.Changes;
import io.tillflow.studio.intelligence.Models.Summary;
import io.tillflow.studio.intelligence.Models.Trainings;
import io.tillflow.studio.intelligence.Models.Versions;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** What people do about prediction models; each act by those who may, and in the audit. */
@Service
public class IntelligenceDesk {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,49}");

    private static final List<String> ORDERS = List.of("value", "lapsed");

    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    IntelligenceDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    public Models models() {
        return wire.get("/registry", Models.class);
    }

    public Versions versions(String model) {
        return wire.get(path(model) + "/versions", Versions.class);
    }

    public Trainings trainings(String model) {
        return wire.get(path(model) + "/trainings", Trainings.class);
    }

    public Changes changes(String model) {
        return wire.get(path(model) + "/changes", Changes.class);
    }

    /**
     * What the version in use of customer-value says.
     *
     * @param order {@code value} or {@code lapsed}
     */
    public CustomerScores customers(String order, int most) {
        if (!ORDERS.contains(order)) {
            throw new IllegalArgumentException("expected order to be one of " + ORDERS + ", but got " + order);
        }
        return wire.get("/registry/customer-value/scores?order=" + order + "&limit=" + most, CustomerScores.class);
    }

    /** Starts a training by its process, unless one is under way. */
    @RolesAllowed(Role.Is.ANALYST)
    public void train(String model) {
        wire.send("POST", path(model) + "/trainings", Map.of("by", user.name()));
        audit.record("model.training-asked", "intelligence/" + model, null, null);
    }

    /** Uses this version from now on, whatever the gate said. */
    @RolesAllowed(Role.Is.ANALYST)
    public void promote(String model, int version) {
        Map<String, Integer> before = inUse(model);
        wire.send("POST", path(model) + "/versions/" + version + "/promotion", Map.of("by", user.name()));
        audit.record("model.promoted", "intelligence/" + model, before, Map.of("version", version));
    }

    /** Uses the version before again, or none. */
    @RolesAllowed(Role.Is.ANALYST)
    public void rollBack(String model) {
        Map<String, Integer> before = inUse(model);
        wire.send("POST", path(model) + "/rollback", Map.of("by", user.name()));
        audit.record("model.rolled-back", "intelligence/" + model, before, inUse(model));
    }

    /** Lets this version answer beside the one in use; shoppers see nothing of it. */
    @RolesAllowed(Role.Is.ANALYST)
    public void shadow(String model, int version) {
        wire.send("POST", path(model) + "/versions/" + version + "/shadow", Map.of("by", user.name()));
        audit.record("model.shadowed", "intelligence/" + model, null, Map.of("version", version));
    }

    /** Nothing answers beside the version in use any more. */
    @RolesAllowed(Role.Is.ANALYST)
    public void endShadow(String model) {
        wire.send("POST", path(model) + "/shadow/end", Map.of("by", user.name()));
        audit.record("model.shadow-ended", "intelligence/" + model, null, null);
    }

    private Map<String, Integer> inUse(String model) {
        return models().items().stream()
                .filter(summary -> summary.model().equals(model))
                .map(Summary::live)
                .filter(Objects::nonNull)
                .findFirst()
                .map(live -> Map.of("version", live.version()))
                .orElse(Map.of());
    }

    private static String path(String model) {
        if (!NAME.matcher(model).matches()) {
            throw new IllegalArgumentException("expected the name of a model like recommendation, but got " + model);
        }
        return "/registry/" + model;
    }
}
