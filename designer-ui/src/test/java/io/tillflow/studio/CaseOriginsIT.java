package io.tillflow.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Where cases come from: beside a new table, from another studio, with a later release; and what is no cases at all. */
class CaseOriginsIT extends CasesStudio {
    @LocalServerPort
    private int port;

    @Test
    void aTableAndItsCasesArriveTogetherAndSoDoCasesOfAnotherStudio() throws IOException {
        String table = DMN.replace("id=\"discount\"", "id=\"rebate\"");
        JsonNode answer = project(Map.of("rebate.cases.json", GOLD.formatted(10), "rebate.dmn", table));
        assertThat(answer.path("files").findValuesAsString("file")).containsExactly("rebate.dmn", "rebate.cases.json");
        assertThat(answer.path("saved").asInt()).isEqualTo(2);
        jdbc.sql("delete from studio.model_cases").update();
        String elsewhere = "{\"versions\": {\"discount.cases.json\": 3}}";
        assertThat(pushed(Map.of("discount.cases.json", GOLD.formatted(10), "tillflow.json", elsewhere))
                        .path("outcome")
                        .asString())
                .isEqualTo("saved");
        JsonNode byFile = pushed(Map.of("discount.dmn.cases.json", "[]"));
        assertThat(byFile.path("message").asString()).contains("no decision table discount.dmn");
    }

    @Test
    void shippedCasesThatChangedSinceAreToldAndNotOverwrittenUnread() {
        String risk = "/api/v1/models/order-risk/cases";
        HttpResponse<String> shipped = http().get(risk, CLI);
        String tag = shipped.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"0-[0-9a-f]{16}\"");
        assertThat(read(put(risk, "application/json", 0, "[]"), 412)
                        .path("detail")
                        .asString())
                .contains("shipped ones");
        assertThat(http().put(risk, "[]", CLI[0], CLI[1], "Content-Type", "application/json", "If-Match", tag)
                        .statusCode())
                .isEqualTo(201);
        assertThat(get(risk + "/versions").path("shippedChanged").asBoolean()).isFalse();
        jdbc.sql("update studio.model_cases set grown_from = 'another release'").update();
        assertThat(get(risk + "/versions").path("shippedChanged").asBoolean()).isTrue();
        read(put(risk, "application/json", 1, shipped.body()), 201);
        assertThat(get(risk + "/versions").path("shippedChanged").asBoolean()).isFalse();
    }

    @Test
    void thePageSaysThatShippedCasesChangedAndTakesThem() {
        String risk = "/api/v1/models/order-risk/cases";
        HttpResponse<String> shipped = http().get(risk, CLI);
        String tag = shipped.headers().firstValue("ETag").orElseThrow();
        assertThat(http().put(risk, "[]", CLI[0], CLI[1], "Content-Type", "application/json", "If-Match", tag)
                        .statusCode())
                .isEqualTo(201);
        jdbc.sql("update studio.model_cases set grown_from = 'another release'").update();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models/order-risk");
            page.locator(".cases summary").click();
            Locator note = page.locator(".cases-shipped");
            assertThat(note).containsText("The shipped cases changed");
            assertThat(look.faults()).isEmpty();
            note.getByRole(AriaRole.BUTTON).click();
            assertThat(note).isHidden();
            assertThat(page.locator(".cases tbody tr").first()).containsText("as expected");
        }
        assertThat(get(risk).size()).isEqualTo(json.readTree(shipped.body()).size());
    }

    @Test
    void aTableThatCannotBeAskedIsAFailedLineAndOneFoundByItsFileHasItsCases() throws IOException {
        save(0, GOLD.formatted(10), 201);
        assertThat(read(post("/api/v1/tests?model=discount.dmn&mutate=true"), 200)
                        .path("cases")
                        .asInt())
                .isEqualTo(1);
        pushed(Map.of("discount.dmn", DMN.replace("&gt;= 10", ">= (10")));
        JsonNode tested = read(post("/api/v1/tests?model=discount"), 200);
        assertThat(tested.at("/failed/0/model").asString()).isEqualTo("discount");
        assertThat(tested.at("/failed/0/detail").asString()).contains("could not be tried");
    }

    @Test
    void aBodyLargerThanCasesMayBeIsRefused() {
        assertThat(save(0, "[" + " ".repeat(1_200_000) + "]", 422)
                        .path("detail")
                        .asString())
                .contains("at most 1 MB");
    }
}
