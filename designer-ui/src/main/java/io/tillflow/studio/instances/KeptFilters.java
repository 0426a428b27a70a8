package io.tillflow.studio.instances;

import io.tillflow.studio.security.CurrentUser;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The filters that the current user has kept under a name. */
@Repository
class KeptFilters {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    KeptFilters(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** One of them; the address is the query of the list. */
    record Kept(String name, String address) {}

    List<Kept> all() {
        return jdbc.sql("SELECT name, address FROM studio.saved_filter WHERE person = :me ORDER BY saved_at, name")
                .param("me", user.name())
                .query((row, n) -> new Kept(row.getString("name"), row.getString("address")))
                .list();
    }

    /** Keeps it; one of the same name is replaced. */
    void keep(String name, String address) {
        jdbc.sql("""
                        INSERT INTO studio.saved_filter (person, name, address, saved_at) VALUES (:me, :name, :address, :now)
                        ON CONFLICT (person, name) DO UPDATE SET address = excluded.address""")
                .param("me", user.name())
                .param("name", name.strip())
                .param("address", address)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    void forget(String name) {
        jdbc.sql("DELETE FROM studio.saved_filter WHERE person = :me AND name = :name")
                .param("me", user.name())
                .param("name", name)
                .update();
    }
}
