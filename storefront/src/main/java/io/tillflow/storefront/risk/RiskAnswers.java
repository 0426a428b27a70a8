package io.tillflow.storefront.risk;

import io.tillflow.models.ModelFile;
import io.tillflow.models.fraud.Suspicion;
import io.tillflow.models.fraud.Suspicions;
import io.tillflow.storefront.intelligence.ModelInMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of an order when it is placed, as models learn it too, and what they said of it. */
@Repository
class RiskAnswers {
    private final JdbcClient jdbc;

    RiskAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ModelInMemory<Suspicions> inMemory(String view, Function<ModelFile, Suspicions> reader) {
        return new ModelInMemory<>(jdbc, view, OrderRisk.MODEL, reader);
    }

    /** By the names that the view gives them; what is not known is empty. */
    Map<String, String> facts(UUID order) {
        Map<String, @Nullable Object> row = jdbc.sql("select * from reporting_risk where order_id = :order")
                .param("order", order)
                .query()
                .singleRow();
        Map<String, String> facts = new HashMap<>();
        row.forEach((name, value) -> facts.put(name, value == null ? "" : value.toString()));
        return facts;
    }

    void keep(int version, UUID order, Suspicion said) {
        jdbc.sql("""
                insert into order_risk (order_id, version, probability, by_rule, reasons)
                values (:order, :version, :probability, :rule, :reasons) on conflict do nothing""")
                .param("order", order)
                .param("version", version)
                .param("probability", said.probability())
                .param("rule", said.byRule())
                .param("reasons", said.reasons())
                .update();
    }
}
