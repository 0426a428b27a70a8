package io.tillflow.studio.audit;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what, for programs; as on its page, only administrators read it. */
@RestController
class AuditApi {

    private static final int MOST = 500;

    private final Audit audit;
    private final JsonMapper json;

    AuditApi(Audit audit, JsonMapper json) {
        this.audit = audit;
        this.json = json;
    }

    record Line(
            String id,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    record Lines(List<Line> items, @Nullable String next) {}

    /** The newest first; {@code subject} as in instance/2251799813685301, {@code action} as in incident.retried. */
    @GetMapping("/api/v1/audit")
    @RolesAllowed(Role.Is.ADMIN)
    Lines newest(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Line> lines = audit.newest(subject, actor, action, before, most).stream()
                .map(it -> new Line(
                        String.valueOf(it.id()),
                        it.at(),
                        it.actor(),
                        it.action(),
                        it.subject(),
                        read(it.before()),
                        read(it.after())))
                .toList();
        return new Lines(lines, lines.size() < most ? null : lines.getLast().id());
    }

    private @Nullable JsonNode read(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
