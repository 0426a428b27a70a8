package io.tillflow.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordRowsIT {
    private static final String LINE = """
            select uuid '00000000-0000-0000-0000-000000000007' as id, 'MUG-BLUE' as sku, 1295 as unit_price,
                   12.50 as share, 'HELD' as way, date '2026-02-28' as due_on,
                   timestamptz '2026-02-28 23:59:59.123456+02' as placed_at, null::timestamptz as paid_at,
                   3 as "asWritten", array['a', 'b'] as words
            """;

    private static EmbeddedPostgres server;
    private static JdbcClient plain;
    private static JdbcClient ours;

    enum Way {
        HELD,
        SOLD
    }

    record Line(
            UUID id,
            String sku,
            long unitPrice,
            BigDecimal share,
            Way way,
            LocalDate dueOn,
            Instant placedAt,
            @Nullable Instant paidAt,
            int asWritten) {}

    record Missing(String sku, String title) {}

    record Counted(String sku, int pieces) {}

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
        plain = JdbcClient.create(server.getPostgresDatabase());
        ours = new RecordRows(plain);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aRecordIsWhatSpringReads() {
        Line line = ours.sql(LINE).query(Line.class).single();
        assertThat(line).isEqualTo(plain.sql(LINE).query(Line.class).single());
        assertThat(line.placedAt()).isEqualTo("2026-02-28T21:59:59.123456Z");
        assertThat(line.paidAt()).isNull();
        assertThat(line.way()).isEqualTo(Way.HELD);
    }

    @Test
    void nothingIsAskedForThatTheDriverRefuses() {
        List<Throwable> refused = new ArrayList<>();
        RecordRow<Line> row = new RecordRow<>(Line.class);
        String sql = LINE.replace("\"asWritten\"", "as_written");
        assertThat(new JdbcTemplate(server.getPostgresDatabase())
                        .query(sql, (rows, number) -> row.mapRow(telling(rows, refused), number)))
                .hasSize(1);
        assertThat(refused).isEmpty();
    }

    private static ResultSet telling(ResultSet rows, List<Throwable> refused) {
        return (ResultSet) Proxy.newProxyInstance(
                RecordRowsIT.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (self, method, arguments) -> {
                    try {
                        return method.invoke(rows, arguments);
                    } catch (InvocationTargetException e) {
                        refused.add(e.getTargetException());
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void whatIsNoRecordIsReadAsBefore() {
        assertThat(ours.sql("select 'MUG' where :yes")
                        .param("yes", true)
                        .query(String.class)
                        .list())
                .containsExactly("MUG");
        assertThat(ours.sql("select 1 where ?")
                        .param(false)
                        .query(Integer.class)
                        .optional())
                .isEmpty();
        assertThat(ours.sql("select 7 as seven").query().singleRow()).containsEntry("seven", 7);
        assertThat(ours.sql("create temporary table nothing (sku text)").update())
                .isZero();
    }

    @Test
    void instantsStandAlone() {
        assertThat(ours.sql("select timestamptz 'epoch'").query(Instant.class).single())
                .isEqualTo(Instant.EPOCH);
        assertThat(ours.sql("select null::timestamptz").query(Instant.class).optional())
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> ours.sql(LINE).query(Missing.class).single())
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("The column name title was not found in this ResultSet.");
        assertThatThrownBy(() -> ours.sql("select 'a' as sku, null::int as pieces")
                        .query(Counted.class)
                        .single())
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("int");
        assertThatThrownBy(() -> ours.sql("select nothing").query(String.class).single())
                .isInstanceOf(DataAccessException.class);
    }
}
