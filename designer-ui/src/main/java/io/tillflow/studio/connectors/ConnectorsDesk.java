package io.tillflow.studio.connectors;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Rehearsal.Card;
import io.tillflow.studio.connectors.Rehearsal.Fault;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do about connectors; each act by those who may, and in the audit. */
@Service
public class ConnectorsDesk {
    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    ConnectorsDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    public Installed installed() {
        return wire.get("/connectors", Installed.class);
    }

    public Rehearsal rehearsal() {
        return new Rehearsal(
                List.of(wire.get("/sandbox/faults", Fault[].class)), List.of(wire.get("/sandbox/cards", Card[].class)));
    }

    /** Holds back everything that would reach a provider. */
    @RolesAllowed(Role.Is.OPERATOR)
    public void stopOutward(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("reason must be given: whoever finds things stopped wants to know why");
        }
        wire.send("PUT", "/outward-stop", Map.of("reason", reason.strip(), "by", user.name()));
        audit.record("outward.stopped", "connectors", null, Map.of("reason", reason.strip()));
    }

    @RolesAllowed(Role.Is.OPERATOR)
    public void resumeOutward() {
        wire.send("DELETE", "/outward-stop", null);
        audit.record("outward.resumed", "connectors", null, null);
    }

    @RolesAllowed({Role.Is.ANALYST, Role.Is.OPERATOR})
    public void sendTestLetter(@Nullable String to) {
        wire.send("POST", "/messaging/test", Map.of("to", to == null ? "" : to.strip()));
        audit.record("messaging.tested", "connectors/messaging", null, null);
    }

    /** Lets a sandbox provider misbehave, or behave again. */
    @RolesAllowed(Role.Is.ANALYST)
    public void misbehave(Fault fault) {
        wire.send("PUT", "/sandbox/faults", fault);
        audit.record("sandbox.changed", "sandbox/" + fault.provider(), null, fault);
    }

    @RolesAllowed(Role.Is.ADMIN)
    public List<Secret> secrets() {
        return List.of(wire.get("/secrets", Secret[].class));
    }

    /** Sets a secret for the first time, or puts a newer value in its place. */
    @RolesAllowed(Role.Is.ADMIN)
    public void setSecret(String name, @Nullable String value) {
        wire.send("PUT", "/secrets/" + path(name), Map.of("value", value == null ? "" : value, "by", user.name()));
        audit.record("secret.set", "secret/" + name, null, null);
    }

    @RolesAllowed(Role.Is.ADMIN)
    public void deleteSecret(String name) {
        wire.send("DELETE", "/secrets/" + path(name), null);
        audit.record("secret.deleted", "secret/" + name, null, null);
    }

    private static String path(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
