package io.tillflow.studio.letterboxes;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.letterboxes.Letterbox.Asked;
import io.tillflow.studio.letterboxes.Letterbox.Letter;
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

/**
 * What people decide about letterboxes; each act by those who may, and in the audit. Where a letterbox is, administrators decide:
 * its password goes there.
 */
@Service
public class LetterboxesDesk {
    private static final int UNKNOWN = 404;

    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    LetterboxesDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    private record Items(List<Letterbox> items) {}

    private record Letters(List<Letter> items) {}

    public List<Letterbox> all() {
        return wire.get("/letterboxes", Items.class).items();
    }

    public Letterbox one(String id) {
        return wire.get(path(id), Letterbox.class);
    }

    /** The last letters, the newest first: they name people. */
    @RolesAllowed({Role.Is.ANALYST, Role.Is.OPERATOR})
    public List<Letter> letters(String id) {
        return wire.get(path(id) + "/letters", Letters.class).items();
    }

    @RolesAllowed(Role.Is.ADMIN)
    public Letterbox save(String id, Asked asked) {
        Asked before = known(id);
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("host", asked.host());
        body.put("port", asked.port());
        body.put("security", asked.security());
        body.put("login", asked.login());
        body.put("folder", asked.folder());
        body.put("message", asked.message());
        body.put("takes", asked.takes());
        body.put("mostText", asked.mostText());
        body.put("automatic", asked.automatic());
        body.put("ordersToSupport", asked.ordersToSupport());
        body.put("everySeconds", asked.everySeconds());
        body.put("paused", asked.paused());
        body.put("by", user.name());
        Letterbox saved = wire.send("PUT", path(id), body, Letterbox.class);
        audit.record("letterbox.saved", "letterbox/" + id, before, asked);
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

    /** Looks within a second or two, also after trouble. */
    @RolesAllowed({Role.Is.ANALYST, Role.Is.OPERATOR})
    public Letterbox look(String id) {
        Letterbox looked = wire.send("POST", path(id) + "/look", null, Letterbox.class);
        audit.record("letterbox.looked", "letterbox/" + id, null, null);
        return looked;
    }

    /** Its password goes with it. */
    @RolesAllowed(Role.Is.ADMIN)
    public void delete(String id) {
        Asked before = one(id).asked();
        wire.send("DELETE", path(id), null);
        audit.record("letterbox.deleted", "letterbox/" + id, before, null);
    }

    private static String path(String id) {
        return "/letterboxes/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
