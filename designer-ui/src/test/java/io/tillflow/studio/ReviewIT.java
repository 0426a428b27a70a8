package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Four eyes: who asks cannot approve, and with the setting on only what was approved goes live. */
class ReviewIT extends HistoryStudio {
    private static final String[] NO_HEADERS = {};

    @BeforeEach
    void nothingWasReviewed() {
        jdbc.sql("TRUNCATE studio.model_review, studio.model_comment").update();
    }

    private HttpResponse<String> send(String path, String body) {
        return post("/api/v1" + path, body, NO_HEADERS);
    }

    private HttpResponse<String> rehearse(String model) {
        String file = model + ".dmn";
        byte[] source = http().get("/api/v1/models/" + model, CLI).body().getBytes(StandardCharsets.UTF_8);
        return http().upload("/api/v1/deployments?dryRun=true", Map.of(file, source), CLI);
    }

    @Test
    void whoAsksForAReviewCannotApproveIt() {
        JsonNode asked = read(send("/models/order-risk/reviews", "{\"version\": 1, \"note\": \"the limits\"}"), 201);
        assertThat(asked.path("state").asString()).isEqualTo("OPEN");
        String review = "/reviews/" + asked.path("id").asLong();
        assertThat(send("/models/order-risk/reviews", "{\"version\": 1}").statusCode())
                .isEqualTo(409);
        assertThat(send(review + "/approval", "{}").statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/reviews").path("reviews")).hasSize(1);
        assertThat(read(send(review + "/withdrawal", "{}"), 200).path("state").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(send(review + "/withdrawal", "{}").statusCode()).isEqualTo(409);
        assertThat(send("/models/order-risk/reviews", "{\"version\": 99}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoAskedCannotApproveItByATokenEither() {
        jdbc.sql("""
                        INSERT INTO studio.model_review (model_id, version, state, note, requested_by, requested_at)
                        VALUES ('order-risk', 1, 'OPEN', '', 'somebody', now())""").update();
        String review = "/api/v1/reviews/"
                + get("/api/v1/reviews").path("reviews").get(0).path("id").asLong();
        String[] own = {"Authorization", "Bearer " + token("ANALYST")};
        assertThat(http().send("POST", review + "/approval", "{}", own).statusCode())
                .isEqualTo(403);
        assertThat(http().send("POST", review + "/withdrawal", "{}", own).statusCode())
                .isEqualTo(200);
    }

    @Test
    void withFourEyesOnlyWhatSomebodyElseApprovedGoesLive() {
        long id = jdbc.sql("""
                        INSERT INTO studio.model_review (model_id, version, state, note, requested_by, requested_at)
                        VALUES ('order-risk', 1, 'OPEN', '', 'ana', now()) RETURNING id""").query(Long.class).single();
        assertThat(http().put("/api/v1/settings/four-eyes", "{\"on\": true}", json())
                        .statusCode())
                .isEqualTo(200);
        try {
            JsonNode refused = read(rehearse("order-risk"), 422);
            assertThat(refused.path("problems").findValuesAsString("rule")).contains("four-eyes");
            assertThat(send("/reviews/" + id + "/refusal", "{}").statusCode()).isEqualTo(422);
            JsonNode approved = read(send("/reviews/" + id + "/approval", "{\"note\": \"fine\"}"), 200);
            assertThat(approved.path("state").asString()).isEqualTo("APPROVED");
            assertThat(rehearse("order-risk").statusCode()).isEqualTo(200);
            assertThat(rehearse("order-timing").statusCode()).isEqualTo(422);
        } finally {
            http().put("/api/v1/settings/four-eyes", "{\"on\": false}", json());
        }
        assertThat(rehearse("order-timing").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsBeingWrittenStaysWhenSomebodyElseDecides() {
        jdbc.sql("""
                        INSERT INTO studio.model_review (model_id, version, state, note, requested_by, requested_at)
                        VALUES ('order-risk', 1, 'OPEN', '', 'ana', now())""").update();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port())) {
            look.signIn("admin", "correct-horse");
            look.open("/models/order-risk");
            Page page = look.page();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Review").setExact(true))
                    .click();
            page.getByLabel("What do you say?").fill("the limit is too low");
            jdbc.sql("UPDATE studio.model_review SET state = 'WITHDRAWN', decided_by = 'ana', decided_at = now()")
                    .update();
            PlaywrightAssertions.assertThat(page.getByLabel("What should others look at?"))
                    .hasValue("the limit is too low", new LocatorAssertions.HasValueOptions().setTimeout(60_000));
        }
    }

    @Test
    void commentsStayWithTheirElementUntilTheyAreSettled() {
        JsonNode said = read(
                send(
                        "/models/order-fulfilment/comments",
                        "{\"version\": 1, \"elementId\": \"allocate-stock\", \"text\": \"<b>why</b> before paying?\"}"),
                201);
        assertThat(said.path("text").asString()).isEqualTo("<b>why</b> before paying?");
        assertThat(send("/comments/" + said.path("id").asLong() + "/settlement", "{}")
                        .statusCode())
                .isEqualTo(204);
        JsonNode kept =
                get("/api/v1/models/order-fulfilment/comments").path("comments").get(0);
        assertThat(kept.path("elementId").asString()).isEqualTo("allocate-stock");
        assertThat(kept.path("settledAt").isNull()).isFalse();
        assertThat(send("/models/order-fulfilment/comments", "{\"version\": 1, \"text\": \" \"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private static String[] json() {
        return new String[] {CLI[0], CLI[1], "Content-Type", "application/json"};
    }
}
