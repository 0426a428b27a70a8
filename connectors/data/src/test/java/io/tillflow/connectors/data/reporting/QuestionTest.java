package io.tillflow.connectors.data.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    @Test
    void putsAPlaceForEachValueAndKeepsTextsAndCasts() {
        assertThat(
                        Question.of(
                                "select sku, ':no' as \"a:b\", day::date from reporting_demand where sku = any(:skus) and units > :most;"))
                .isEqualTo(new Question(
                        "select sku, ':no' as \"a:b\", day::date from reporting_demand where sku = any(?) and units > ?",
                        List.of("skus", "most")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with best as (select sku, sum(units) as u from reporting_sale group by sku) select * from best order by u desc",
                "select date_trunc('month', placed_at) as m, count(*) filter (where amount > 0) from reporting_purchase group by 1",
                "select sku, rank() over (partition by sku order by units) from reporting_sale where sku in ('a', 'it''s; -- fine')",
                "select \"turned away\", cast(amount as numeric(10, 2)) from reporting_risk where not (amount between 1 and 2)",
            })
    void letsThroughWhatAnalystsAsk(String sql) {
        assertThat(Question.of(sql).sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "delete from shop.orders | expected a SELECT (or WITH",
                "copy shop.orders to program 'id' | expected a SELECT (or WITH",
                "set role postgres | expected a SELECT (or WITH",
                "with gone as (delete from orders returning *) select * from gone | that only reads, but there is delete",
                "select * into mine from reporting_sale | that only reads, but there is into",
                "select * from reporting_sale for update | that only reads, but there is update",
                "select 1; drop table shop.orders | ask one question at a time",
                "select 1) as a; set role postgres; select * from (select 2 | to have its beginning",
                "select pg_sleep(100) | but there is pg_sleep(...)",
                "select pg_catalog . pg_sleep (100) | only the shop's reporting views to be read, but there is pg_catalog",
                "select \"pg_sleep\"(100) | but there is pg_sleep(...)",
                "select pg_read_file('/etc/passwd') | but there is pg_read_file(...)",
                "select lo_import('/etc/passwd') | but there is lo_import(...)",
                "select set_config('role', 'postgres', false) | but there is set_config(...)",
                "select query_to_xml('select 1', true, true, '') | but there is query_to_xml(...)",
                "select dblink('', '') | but there is dblink(...)",
                "select \"select\"(1) | but there is select(...)",
                "select nextval('shop.number') | but there is nextval(...)",
                "select repeat('x', 1000000000) | but there is repeat(...)",
                "select * from pg_shadow | there is pg_shadow",
                "select * from \"PG_SHADOW\" | there is pg_shadow",
                "select * from information_schema.tables | there is information_schema",
                "select 1 -- | without comments",
                "select /* */ 1 | without comments",
                "select E'\\'' | plain",
                "select U'x' | expected texts in plain quotes",
                "select $$x$$ | there is a $",
                "select {fn now()} | there is a {",
                "select 1 ? 2 | there is a ?",
                "select (1 | one has none",
            })
    void refusesWhatCouldDoAnythingElseAndSaysWhy(String sql, String reason) {
        assertThatThrownBy(() -> Question.of(sql))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aLongTextIsReadAndATooLongOneRefused() {
        assertThat(Question.of("select '" + "''".repeat(4_900) + "'").names()).isEmpty();
        assertThatThrownBy(() -> Question.of("select '" + "x".repeat(10_000) + "'"))
                .hasMessageContaining("at most 10000 characters");
    }
}
