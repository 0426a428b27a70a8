package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.models.fraud.Costs;
import io.tillflow.models.fraud.Fraud;
import io.tillflow.models.fraud.FraudModel;
import io.tillflow.models.linear.Softmax;
import io.tillflow.models.tabular.Calibration;
import io.tillflow.models.tabular.Classifier;
import io.tillflow.models.tabular.Column;
import io.tillflow.models.tabular.Encoder;
import io.tillflow.models.tabular.Forest;
import io.tillflow.models.tabular.OneQuestion;
import io.tillflow.models.tabular.Tree;
import io.tillflow.storefront.risk.OrderRisk;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A new order is compared with those that were turned away, by the version in use; only the registry is made up. */
class RiskIT extends ShopTest {
    private static final int LIVE = 51;
    private static final int BESIDE = 52;

    @Autowired
    private OrderRisk risk;

    private String sku = "";

    @BeforeEach
    void aRegistryIsThere() {
        sku = fresh(50);
        jdbc.sql("create schema if not exists intelligence").update();
        for (String view : List.of("live_model", "shadow_model")) {
            jdbc.sql("create table if not exists intelligence." + view
                            + " (model text primary key, version int, artefact bytea, digest text, rows int,"
                            + " window_to timestamptz, promoted_at timestamptz)")
                    .update();
        }
    }

    @AfterEach
    void nothingIsLive() {
        jdbc.sql("drop schema intelligence cascade").update();
        risk.refresh();
    }

    @Test
    void anOrderGoesOnItsWayWithANumberAndItsReasonsAndBothVersionsAreHeldAgainstWhatCame() throws Exception {
        named("live_model", LIVE, "orders the day before");
        named("shadow_model", BESIDE, "cards declined before");
        risk.refresh();

        JsonNode first = placed("twice-a-day@example.org");
        JsonNode second = placed("twice-a-day@example.org");

        assertThat(first.get("fraudProbability").asDouble()).isLessThan(0.1);
        assertThat(first.get("fraudReasons").asString()).isEmpty();
        assertThat(second.get("fraudProbability").asDouble()).isGreaterThan(0.9);
        assertThat(second.get("fraudReasons").asString()).isEqualTo("orders the day before (+3.00)");

        assertThat(answers(second)).as("nobody knows yet what it was").isEmpty();
        moves(first, "COMPLETED");
        moves(second, "IN_REVIEW", "CANCELLED");
        assertThat(answers(first)).containsExactly(LIVE + " 0 false", BESIDE + " 0 false");
        assertThat(answers(second)).containsExactly(LIVE + " 1 true", BESIDE + " 1 false");
    }

    @Test
    void withoutAModelOrWithOneThatDoesNotFitAnOrderIsPlacedWithoutANumber() throws Exception {
        risk.refresh();
        assertThat(placed("without@example.org").has("fraudProbability")).isFalse();
        named("live_model", LIVE, "colour of the moon");
        risk.refresh();
        assertThat(placed("without@example.org").has("fraudProbability")).isFalse();
    }

    @Test
    void whatATableRefusesOrNobodyLooksAtIsNoOutcomeToLearnFrom() throws Exception {
        JsonNode order = placed("refused@example.org");
        moves(order, "CANCELLED");
        assertThat(outcome(order)).isEqualTo("unknown");
        jdbc.sql("update orders set reason = 'NOT_REVIEWED' where id = cast(:id as uuid)")
                .param("id", order.get("id").asString())
                .update();
        jdbc.sql("insert into order_event (order_id, state, at) values (cast(:id as uuid), 'IN_REVIEW', now())")
                .param("id", order.get("id").asString())
                .update();
        assertThat(outcome(order)).isEqualTo("unknown");
    }

    private String outcome(JsonNode order) {
        return jdbc.sql("""
                select coalesce("turned away"::text, 'unknown') from reporting_risk where order_id = cast(:id as uuid)""")
                .param("id", order.get("id").asString())
                .query(String.class)
                .single();
    }

    /** What the automation is told of it. */
    private JsonNode placed(String email) {
        String id = shop().place(shop().readyCheckout(Map.of(sku, 1), email))
                .body()
                .get("orderId")
                .asString();
        await().until(() -> !sentFor(id).isEmpty());
        return sentFor(id).getFirst().at("/data/order");
    }

    private void moves(JsonNode order, String... states) {
        for (String state : states) {
            jdbc.sql("""
                    with moved as (update orders set state = :state, reason = case when :state = 'CANCELLED' then 'REFUSED' end
                                    where id = cast(:id as uuid) returning id)
                    insert into order_event (order_id, state, at) select id, :state, now() from moved""")
                    .param("state", state)
                    .param("id", order.get("id").asString())
                    .update();
        }
    }

    private List<String> answers(JsonNode order) {
        return jdbc.sql("""
                select version || ' ' || came || ' ' || (probability > 0.5) from reporting_risk_answer
                 where model = 'fraud' and id = 'own ' || :id order by version""")
                .param("id", order.get("id").asString())
                .query(String.class)
                .list();
    }

    /** One tree that asks about one thing: none of it is harmless, any of it is not. */
    private void named(String view, int version, String column) throws Exception {
        Encoder encoder = new Encoder(List.of(new Column(column, List.of(), 0, 1)));
        Tree tree = new Tree(
                new int[] {0, -1, -1},
                new float[] {0.5f, 0, 0},
                new int[] {1, 0, 0},
                new int[] {2, 0, 0},
                new int[] {1, 0, 0},
                new double[] {0, -3, 3});
        Classifier classifier = new Classifier(
                encoder,
                new Forest(0, List.of(tree)),
                new Softmax(new float[][] {{0, 0}, {0, 0}}),
                1,
                new Calibration(1, 0),
                0.1);
        byte[] model = new Fraud()
                .write(new FraudModel(classifier, Costs.USUAL, new OneQuestion(encoder, column, 0, 0.5f, 0.1, 0.1)));
        jdbc.sql("insert into intelligence." + view
                        + " values ('fraud', :version, :model, :digest, 900, timestamptz '2026-01-01', now())")
                .param("version", version)
                .param("model", model)
                .param(
                        "digest",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(model)))
                .update();
    }
}
