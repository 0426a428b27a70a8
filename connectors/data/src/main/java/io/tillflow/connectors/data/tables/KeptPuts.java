package io.tillflow.connectors.data.tables;

import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.data.tables.TableResult.Put;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** In the connectors' database, by its clock; keys of rows as digests, since they may be anything. */
public final class KeptPuts implements PutBook {
    /** No job is tried again after so long. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    public KeptPuts(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Optional<Put> answer(RowEffect of) {
        return about(of, """
                select added, rows, checksum from connectors.row_put
                 where effect = :effect and path = :path and row_key = :key and added is not null
                """).query(Put.class).optional();
    }

    @Override
    public Instant now() {
        return database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public void open(RowEffect of, Instant began) {
        about(of, """
                insert into connectors.row_put as put (effect, path, row_key, open_tries, began_at)
                values (:effect, :path, :key, 1, :began)
                    on conflict (effect, path, row_key) do update set open_tries = put.open_tries + 1
                """).param("began", began.atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    public void withdraw(RowEffect of) {
        about(of, """
                update connectors.row_put set open_tries = open_tries - 1
                 where effect = :effect and path = :path and row_key = :key
                """).update();
    }

    @Override
    public Put settle(RowEffect of, boolean stored, int rows, String checksum) {
        return transaction.execute(status -> {
            about(of, "select pg_advisory_xact_lock(hashtextextended(:path || ' ' || :key, 0))")
                    .query((row, number) -> true)
                    .list();
            decide(of, stored, rows, checksum);
            return answer(of).orElseThrow();
        });
    }

    private void decide(RowEffect of, boolean stored, int rows, String checksum) {
        about(of, """
                insert into connectors.row_put as put (effect, path, row_key, began_at, ended_at, added, rows, checksum)
                values (:effect, :path, :key, clock_timestamp(), clock_timestamp(), false, :rows, :checksum)
                    on conflict (effect, path, row_key) do update
                       set ended_at = clock_timestamp(), rows = :rows, checksum = :checksum,
                           added = (:stored or put.open_tries > 0)
                                   and not exists (select from connectors.row_put other
                                                    where other.path = put.path and other.row_key = put.row_key
                                                      and other.effect <> put.effect and other.added
                                                      and other.ended_at >= put.began_at)
                     where put.added is null
                """)
                .param("stored", stored)
                .param("rows", rows)
                .param("checksum", checksum)
                .update();
    }

    public void forgetTheOld() {
        database.sql("delete from connectors.row_put where began_at < clock_timestamp() - :days * interval '1 day'")
                .param("days", KEPT.toDays())
                .update();
    }

    private StatementSpec about(RowEffect of, String sql) {
        return database.sql(sql)
                .param("effect", of.effect())
                .param("path", of.path().value())
                .param("key", Checksum.of(of.key().getBytes(StandardCharsets.UTF_8)));
    }
}
