package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs may do about prediction models, by their role, and what is written down. */
class RegistryIT extends HistoryStudio {
    private static final String BASE = "/api/v1/registry";

    @BeforeEach
    void theConnectorsAnswer() {
        CONNECTORS.begin(false);
    }

    @Test
    void showsWhatIsUsedHowItWasJudgedAndWhatIsMissing() {
        JsonNode live = get(BASE).at("/items/0/live");
        assertThat(live.path("version").asInt()).isEqualTo(3);
        assertThat(live.path("gainAtWorst").asDouble()).isEqualTo(0.01);
        assertThat(get(BASE + "/recommendation/trainings").at("/items/0/reason").asString())
                .isEqualTo("there are 3 baskets");
        String scores = BASE + "/customer-value/scores";
        assertThat(get(scores + "?order=lapsed&limit=5").at("/items/0/customer").asString())
                .isEqualTo("UM-7");
        assertThat(http().get(scores + "?order=age", CLI).body()).contains("one of [value, lapsed], but got age");
    }

    @Test
    void aVersionAnswersBesideTheLiveOneByOnesOwnNameAndTheAuditSaysSo() {
        String[] analyst = {"Authorization", "Bearer " + token("ANALYST")};
        assertThat(post("/recommendation/versions/2/shadow", analyst).statusCode())
                .isEqualTo(200);
        assertThat(post("/recommendation/shadow/end", analyst).statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told())
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).contains("/shadow", "\"by\":\""));
        assertThat(jdbc.sql("select action from studio.audit where action like 'model.shadow%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("model.shadowed", "model.shadow-ended");
    }

    @Test
    void anAnalystTrainsAndPromotesInTheirOwnNameAndTheAuditSaysSo() {
        String[] analyst = {"Authorization", "Bearer " + token("ANALYST")};
        assertThat(post("/recommendation/trainings", analyst).statusCode()).isEqualTo(202);
        assertThat(post("/recommendation/versions/2/promotion", analyst).statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told())
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).contains("\"by\":\""))
                .last()
                .asString()
                .startsWith("POST /api/v1/registry/recommendation/versions/2/promotion");
        assertThat(jdbc.sql("""
                select action || ' ' || coalesce(before::text, '') || ' ' || coalesce(after::text, '') from studio.audit
                 where subject = 'intelligence/recommendation' order by id desc limit 1""").query(String.class).single())
                .isEqualTo("model.promoted {\"version\": 3} {\"version\": 2}");
    }

    @Test
    void aRefusalIsPassedOnAndNotWrittenDownAsDone() {
        HttpResponse<String> refused = post("/recommendation/rollback", CLI);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("there is no live version");
        assertThat(jdbc.sql("select count(*) from studio.audit where action = 'model.rolled-back'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(post("/..%2Fsecrets/trainings", CLI).statusCode()).isIn(400, 404);
    }

    @Test
    void aViewerLooksAndNothingElse() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(BASE, viewer).statusCode()).isEqualTo(200);
        for (String act :
                new String[] {"/trainings", "/versions/2/promotion", "/versions/2/shadow", "/shadow/end", "/rollback"
                }) {
            assertThat(post("/recommendation" + act, viewer).statusCode()).isEqualTo(403);
        }
        assertThat(CONNECTORS.told()).isEmpty();
    }

    private HttpResponse<String> post(String path, String[] who) {
        return http().post(BASE + path, "application/json", new byte[0], who);
    }
}
