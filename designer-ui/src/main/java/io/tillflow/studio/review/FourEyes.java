package io.tillflow.studio.review;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a version goes live only after somebody else has approved it. */
@Repository
public class FourEyes {
    private static final String NAME = "four-eyes";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final CurrentUser user;
    private final Clock clock;

    FourEyes(JdbcClient jdbc, Audit audit, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    public boolean on() {
        return jdbc.sql("SELECT value FROM studio.setting WHERE name = :name")
                .param("name", NAME)
                .query(String.class)
                .optional()
                .filter("on"::equals)
                .isPresent();
    }

    public void set(boolean on) {
        boolean before = on();
        jdbc.sql("""
                        INSERT INTO studio.setting (name, value, changed_by, changed_at) VALUES (:name, :value, :by, :now)
                        ON CONFLICT (name) DO UPDATE SET value = :value, changed_by = :by, changed_at = :now""")
                .param("name", NAME)
                .param("value", on ? "on" : "off")
                .param("by", user.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record("setting.changed", "setting/" + NAME, Map.of("on", before), Map.of("on", on));
    }
}
