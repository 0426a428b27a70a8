package io.tillflow.connectors.secrets;

import io.tillflow.connectors.secrets.Keyring.Sealed;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sealed secrets in the database, and who used which when. */
final class SecretBook {
    private final JdbcClient database;
    private final Clock clock;

    SecretBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Row(String name, String keyId, String sealed) {}

    record Known(
            String name,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    record Use(String name, String usedBy, Instant usedAt) {}

    void put(SecretName name, Sealed sealed, String by) {
        database.sql("""
                insert into connectors.secret (name, key_id, sealed, changed_at, changed_by) values (:name, :keyId, :sealed, :now, :by)
                on conflict (name) do update
                   set key_id = excluded.key_id, sealed = excluded.sealed, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("name", name.value())
                .param("keyId", sealed.keyId())
                .param("sealed", sealed.text())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }

    boolean delete(SecretName name) {
        return database.sql("delete from connectors.secret where name = :name")
                        .param("name", name.value())
                        .update()
                == 1;
    }

    Optional<Sealed> find(SecretName name) {
        return database.sql("select name, key_id, sealed from connectors.secret where name = :name")
                .param("name", name.value())
                .query(Row.class)
                .optional()
                .map(row -> new Sealed(row.keyId(), row.sealed()));
    }

    List<Row> sealedByOthersThan(String keyId) {
        return database.sql("select name, key_id, sealed from connectors.secret where key_id <> :keyId")
                .param("keyId", keyId)
                .query(Row.class)
                .list();
    }

    /** Seals anew what nobody changed meanwhile. */
    void reseal(Row old, Sealed sealed) {
        database.sql("""
                update connectors.secret set key_id = :keyId, sealed = :sealed where name = :name and sealed = :old
                """)
                .param("name", old.name())
                .param("keyId", sealed.keyId())
                .param("sealed", sealed.text())
                .param("old", old.sealed())
                .update();
    }

    List<Known> all() {
        return database.sql("select name, changed_at, changed_by from connectors.secret order by name")
                .query(Known.class)
                .list();
    }

    void used(SecretName name, String usedBy) {
        database.sql("""
                insert into connectors.secret_use (name, used_by, used_at) values (:name, :usedBy, :now)
                on conflict (name, used_by) do update set used_at = excluded.used_at
                """)
                .param("name", name.value())
                .param("usedBy", usedBy)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<Use> uses() {
        return database.sql("select name, used_by, used_at from connectors.secret_use order by used_at desc")
                .query(Use.class)
                .list();
    }
}
