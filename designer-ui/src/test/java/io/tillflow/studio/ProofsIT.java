package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A deployment plays the model's scenarios first. */
class ProofsIT extends ProofsStudio {

    @Test
    void greenScenariosGoLiveAndAreKeptWithTheVersion() {
        JsonNode rehearsed = deploy("?dryRun=true", LETTER, letter(), 200);
        assertThat(rehearsed.at("/scenarios/played").asInt()).isEqualTo(2);
        assertThat(rehearsed.at("/scenarios/red").asInt()).isZero();
        JsonNode done = deploy("", LETTER, letter(), 200);
        assertThat(done.at("/deployed/0/id").asString()).isEqualTo("account-letter");
        assertThat(jdbc.sql("select scenarios - red from studio.model_proof where model_id = 'account-letter'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRedScenarioRefusesTheDeploymentUnlessSomebodySaysAnyway() {
        int before = versions();
        JsonNode refused = deploy("", LETTER, broken(), 422);
        assertThat(refused.at("/scenarios/red").asInt()).isEqualTo(1);
        assertThat(refused.path("detail").asString()).contains("deploy anyway");
        JsonNode problem = refused.path("problems")
                .valueStream()
                .filter(it -> it.path("rule").asString().equals("scenario"))
                .findFirst()
                .orElseThrow();
        assertThat(problem.path("severity").asString()).isEqualTo("error");
        assertThat(problem.path("message").asString())
                .contains("A letter whose link no longer works is not sent", "step 3");
        assertThat(problem.path("elementId").asString()).isEqualTo("send-account-letter");
        assertThat(versions()).isEqualTo(before);
        assertThat(deploy("?dryRun=true", LETTER, broken(), 422).path("problems"))
                .isNotEmpty();

        JsonNode anyway = deploy("?anyway=true", LETTER, broken(), 200);
        assertThat(anyway.path("deployed")).hasSize(1);
        assertThat(anyway.at("/problems").findValuesAsString("severity"))
                .contains("warning")
                .doesNotContain("error");
        assertThat(jdbc.sql("select after ->> 'anyway' from studio.audit where action = 'model.deployed' order by"
                                + " id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("A letter whose link no longer works is not sent");
        assertThat(jdbc.sql("select red from studio.model_proof where model_id = 'account-letter' and version ="
                                + " :version")
                        .param("version", versions())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotPlayableHereIsSaidAndNeverRed() {
        String newer = broken().replaceAll("executionPlatformVersion=\"[^\"]*\"", "executionPlatformVersion=\"8.7.0\"");
        JsonNode rehearsed = deploy("?dryRun=true", LETTER, newer, 200);
        assertThat(rehearsed.at("/scenarios/red").asInt()).isZero();
        assertThat(rehearsed.at("/scenarios/notPlayable/0").asString()).contains(LETTER, "8.7.0");
    }

    @Test
    void aDecisionsCasesAreProvedToo() {
        String table = Files.read("/models/orders/order-risk.dmn");
        assertThat(deploy("?dryRun=true", "order-risk.dmn", table, 200)
                        .at("/scenarios/played")
                        .asInt())
                .isPositive();
        String other = table.replace(">95<", ">96<");
        assertThat(other).isNotEqualTo(table);
        JsonNode refused = deploy("", "order-risk.dmn", other, 422);
        assertThat(refused.path("problems").findValuesAsString("message"))
                .anySatisfy(it -> assertThat(it).startsWith("The case \""));
    }
}
