package io.tillflow.studio.connectors;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Exports.Begun;
import io.tillflow.studio.connectors.Exports.Days;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do about exports; each run that is asked for is in the audit. */
@Service
class ExportsDesk {
    private static final Pattern NAME = Pattern.compile("[a-z]{1,40}");

    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    ExportsDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    public Exports now() {
        return wire.get("/exports", Exports.class);
    }

    public Days days(String dataset, String format) {
        return wire.get(path(dataset, format) + "/parts", Days.class);
    }

    /** @param from a day to fill in from; null for what is new */
    @RolesAllowed(Role.Is.ANALYST)
    public Begun run(String dataset, String format, @Nullable LocalDate from) {
        String day = from == null ? "" : from.toString();
        Map<String, String> asked = Map.of("from", day, "by", user.name());
        Begun begun = wire.send("POST", path(dataset, format) + "/runs", asked, Begun.class);
        audit.record("export.run", "export/" + dataset + "/" + format, null, Map.of("run", begun.id(), "from", day));
        return begun;
    }

    private static String path(String dataset, String format) {
        if (!NAME.matcher(dataset).matches() || !NAME.matcher(format).matches()) {
            throw new IllegalArgumentException(
                    "an export is named like purchases/parquet, was '" + dataset + "/" + format + "'");
        }
        return "/exports/" + dataset + "/" + format;
    }
}
