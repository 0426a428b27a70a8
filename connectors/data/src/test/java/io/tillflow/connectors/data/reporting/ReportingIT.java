package io.tillflow.connectors.data.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestDatabase;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ReportingIT {
    private final JdbcClient database = TestDatabase.jdbc();
    private final Reporting reporting = new Reporting(TestDatabase.dataSource());

    @BeforeEach
    void aShop() {
        run("drop schema if exists shop cascade");
        run("create schema shop");
        run(
                "create table shop.bought (id text primary key, email text, placed_at timestamptz, amount bigint, rate numeric)");
        run("create view shop.reporting_purchase as select id, placed_at, amount, rate from shop.bought");
        run(
                "insert into shop.bought values ('a', 'a@example.com', '2026-03-01T10:00:00Z', 100, 0.19),"
                        + " ('b', 'b@example.com', '2026-03-02T10:00:00Z', 200, null), ('c', 'c@example.com', '2026-03-03T10:00:00Z', 300, 0.07)");
    }

    @Test
    void answersWithItsValuesBound() {
        assertThat(reporting.ask(
                        "select id, placed_at, amount, rate from reporting_purchase where placed_at >= :since and amount < :most order by id",
                        Map.of("since", "2026-03-02T00:00:00Z", "most", 300),
                        10))
                .isEqualTo(new Reporting.Answer(List.of("id", "placed_at", "amount", "rate"), List.of(rowB()), false));
        assertThat(ids(
                        "select id from shop.reporting_purchase where id = any(:ids) order by id",
                        Map.of("ids", List.of("c", "a"))))
                .containsExactly("a", "c");
        assertThat(ids("select id from reporting_purchase where id = :id", Map.of("id", "a' or 'a' = 'a")))
                .isEmpty();
        assertThat(ids(
                        "select id from reporting_purchase where :id::text is null order by id",
                        Collections.singletonMap("id", null)))
                .hasSize(3);
        assertThat(ids("select id from reporting_purchase where rate > :rate", Map.of("rate", new BigDecimal("0.1"))))
                .containsExactly("a");
    }

    @Test
    void saysWhetherThereIsMoreAndRefusesWhatIsTooLarge() {
        assertThat(reporting.ask("select id from reporting_purchase order by id", Map.of(), 2))
                .satisfies(answer -> assertThat(answer.rows()).hasSize(2))
                .satisfies(answer -> assertThat(answer.more()).isTrue());
        assertThatThrownBy(() -> reporting.ask(
                        "select string_agg(to_char(n, '0000000000'), '') as all from generate_series(1, 500000) as n",
                        Map.of(),
                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 4000000 bytes, but it has 5500004");
    }

    @Test
    void givesUpOnWhatTakesTooLongAndTheNextOneIsAnswered() {
        Reporting hurried = new Reporting(TestDatabase.dataSource(), 200);
        assertThatThrownBy(() -> hurried.ask(
                        "select count(*) from generate_series(1, 1000000) as a, generate_series(1, 1000000) as b",
                        Map.of(),
                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within 200 ms");
        assertThat(hurried.ask("select id from reporting_purchase", Map.of(), 5).rows())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select email from bought",
                "select email from shop.bought",
                "select id from connectors.export_run",
                "select * from reporting_purchase as p, lateral (select email from shop.bought) as b",
                "select id from reporting_purchase for share",
            })
    void readsNothingButTheViews(String sql) {
        assertThatThrownBy(() -> reporting.ask(sql, Map.of(), 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected only the shop's reporting views to be read");
    }

    /** What stands behind the reading of the question, should anything ever get through that. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select email from shop.bought",
                "delete from shop.reporting_purchase",
                "create table shop.mine (id text)",
                "select pg_read_file('/etc/passwd')",
                "copy shop.reporting_purchase to program 'true'",
                "select lo_import('/etc/passwd')",
                "select * from pg_shadow",
            })
    void theRoleItselfMayDoNothingElse(String sql) {
        ids("select id from reporting_purchase", Map.of());
        SingleConnectionDataSource one = new SingleConnectionDataSource(TestDatabase.url(), true);
        try {
            JdbcTemplate asRole = new JdbcTemplate(one);
            asRole.execute("set role tillflow_reporting");
            assertThat(asRole.queryForList("select id from shop.reporting_purchase"))
                    .hasSize(3);
            assertThatThrownBy(() -> asRole.execute(sql)).rootCause().hasMessageContaining("permission denied");
        } finally {
            one.destroy();
        }
    }

    @Test
    void aViewThatIsMadeAnewOrAddedIsRead() {
        assertThat(ids("select id from reporting_purchase", Map.of())).hasSize(3);
        run("drop view shop.reporting_purchase");
        run("create view shop.reporting_purchase as select id from shop.bought where id = 'a'");
        run("create view shop.reporting_new as select 'new' as id");
        assertThat(ids("select id from reporting_purchase union all select id from reporting_new", Map.of()))
                .containsExactly("a", "new");
    }

    @Test
    void saysWhatIsMissingInTheQuestionOrTheShop() {
        assertThatThrownBy(
                        () -> reporting.ask("select id from reporting_purchase where id = :id", Map.of("ids", "a"), 1))
                .hasMessage("expected a value for :id, but there are only [ids]");
        assertThatThrownBy(() -> reporting.ask("select id, id from reporting_purchase", Map.of(), 1))
                .hasMessageContaining("'id' is there twice");
        assertThatThrownBy(() -> reporting.ask("select colour from reporting_purchase", Map.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the database cannot answer this")
                .hasMessageContaining("colour");
        run("drop schema shop cascade");
        assertThatThrownBy(() -> reporting.ask("select id from reporting_purchase", Map.of(), 1))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("is the shop up to date?");
    }

    @Test
    void anOwnerOfTheShopAsksWhenItMayTakeTheRoleAndIsToldWhatToDoOtherwise() {
        ids("select id from reporting_purchase", Map.of());
        run("drop role if exists plain_owner");
        run("create role plain_owner login");
        run("alter schema shop owner to plain_owner");
        run("alter table shop.bought owner to plain_owner");
        run("alter view shop.reporting_purchase owner to plain_owner");
        Reporting plain = new Reporting(
                new DriverManagerDataSource(TestDatabase.url().replace("user=postgres", "user=plain_owner")));
        try {
            assertThatThrownBy(() -> plain.ask("select id from reporting_purchase", Map.of(), 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            "let an administrator of the database run: create role tillflow_reporting nologin");
            run("grant tillflow_reporting to plain_owner");
            assertThat(plain.ask("select id from reporting_purchase", Map.of(), 5)
                            .rows())
                    .hasSize(3);
        } finally {
            run("drop schema shop cascade");
            run("drop role plain_owner");
        }
    }

    @Test
    void whoMayCreateRolesButIsNoSuperuserAsksAtOnce() {
        run("drop role if exists tillflow_reporting");
        run("drop role if exists role_maker");
        run("create role role_maker login createrole");
        run("alter schema shop owner to role_maker");
        run("alter table shop.bought owner to role_maker");
        run("alter view shop.reporting_purchase owner to role_maker");
        Reporting maker = new Reporting(
                new DriverManagerDataSource(TestDatabase.url().replace("user=postgres", "user=role_maker")));
        try {
            assertThat(maker.ask("select id from reporting_purchase", Map.of(), 5)
                            .rows())
                    .hasSize(3);
        } finally {
            run("drop schema shop cascade");
            run("drop role tillflow_reporting");
            run("drop role role_maker");
        }
    }

    private static Map<String, Object> rowB() {
        Map<String, Object> row =
                new java.util.LinkedHashMap<>(Map.of("id", "b", "placed_at", "2026-03-02T10:00:00Z", "amount", 200L));
        row.put("rate", null);
        return row;
    }

    private List<Object> ids(String sql, Map<String, Object> values) {
        return reporting.ask(sql, values, 10).rows().stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private void run(String sql) {
        database.sql(sql).update();
    }
}
