package io.tillflow.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Cases of decision tables that people edit: in versions, run on the table, proved before a deployment, carried with the project. */
class CasesIT extends CasesStudio {
    @LocalServerPort
    private int port;

    private JsonNode run() {
        return read(post(DISCOUNT + "/run"), 200);
    }

    @Test
    void aChangeIsAVersionWithItsAuthorAndStandsInTheAudit() {
        assertThat(get(DISCOUNT)).isEmpty();
        assertThat(save(0, GOLD.formatted(10), 201).path("version").asInt()).isEqualTo(1);
        assertThat(save(1, GOLD.formatted(10), 200).path("version").asInt()).isEqualTo(1);
        assertThat(save(1, GOLD.formatted(11), 201).path("version").asInt()).isEqualTo(2);
        assertThat(save(1, GOLD.formatted(12), 412).path("detail").asString()).contains("saved version 2 since");
        assertThat(get(DISCOUNT).at("/0/output/percent").asInt()).isEqualTo(11);
        assertThat(get(DISCOUNT + "?version=1").at("/0/output/percent").asInt()).isEqualTo(10);
        assertThat(get(DISCOUNT + "/versions").path("versions")).hasSize(2);
        assertThat(http().get(DISCOUNT, CLI).headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(http().get(DISCOUNT + "?version=9", CLI).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql(
                                "select after ->> 'version' from studio.audit where action = 'cases.saved' and subject = 'model/discount/cases' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("2");
    }

    @Test
    void saysOfEachCaseWhatHitAndWhatDiffersAndWhichRulesNoneHits() {
        save(0, GOLD.formatted(11), 201);
        JsonNode run = run();
        assertThat(run.path("cases").asInt()).isEqualTo(1);
        assertThat(run.path("passed").asInt()).isZero();
        assertThat(run.at("/results/0/rules/0").asString()).isEqualTo("gold-rule");
        assertThat(run.at("/results/0/answer/reason").asString()).isEqualTo("loyal");
        assertThat(run.at("/results/0/differences/0/column").asString()).isEqualTo("output.percent");
        assertThat(run.at("/results/0/differences/0/actual").asString()).isEqualTo("10");
        assertThat(run.path("unhit").findValuesAsString("rule")).containsExactly("rest-rule", "tier-none");
        save(1, GOLD.formatted(10), 201);
        assertThat(run().path("passed").asInt()).isEqualTo(1);
    }

    @Test
    void goesThroughASpreadsheet() {
        save(0, GOLD.formatted(10), 201);
        HttpResponse<String> sheet = http().get(DISCOUNT + ".csv", CLI);
        assertThat(sheet.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(sheet.body())
                .startsWith(
                        "\uFEFFcase,facts.order.country,facts.customer.orders,rule,output.percent,output.reason\r\n");
        String more = sheet.body() + "far,\"\"\"FR\"\"\",1,-,,\r\n";
        assertThat(read(put(DISCOUNT + ".csv", "text/csv", 1, more), 201)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(run().path("passed").asInt()).isEqualTo(2);
        String tiers = "case,facts.customer.orders,output\r\nmany,10,gold\r\n";
        read(put(DISCOUNT + ".csv?decision=tier", "text/csv", 2, tiers), 201);
        assertThat(get(DISCOUNT)).hasSize(3);
        assertThat(run().path("passed").asInt()).isEqualTo(3);
        assertThat(http().get(DISCOUNT + ".csv?decision=tier", CLI).body())
                .isEqualTo("\uFEFFcase,facts.customer.orders,rule,output\r\nmany,10,,gold\r\n");
        assertThat(http().get(DISCOUNT + ".csv?decision=other", CLI).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsRefusedByRowAndColumnAndNothingIsLost() {
        save(0, GOLD.formatted(10), 201);
        String wrong = "case,facts.order.country,facts.customer.orders,output.percent\r\na,\"\"\"DE\"\"\",1 +,ten\r\n";
        JsonNode refused = read(put(DISCOUNT + ".csv", "text/csv", 1, wrong), 422);
        assertThat(refused.path("detail").asString()).contains("row 2, facts.customer.orders", "row 2, output.percent");
        assertThat(refused.at("/problems/0/row").asInt()).isEqualTo(2);
        assertThat(refused.at("/problems/0/column").asString()).isEqualTo("facts.customer.orders");
        assertThat(read(put(DISCOUNT + ".csv", "text/csv", 1, "case,facts.order.country\r\na,1\r\n"), 422)
                        .path("detail")
                        .asString())
                .contains("facts.customer.orders: the column is missing");
        assertThat(save(1, "[{\"case\": \"a\"}]", 422).path("detail").asString())
                .contains("row 1, facts");
        assertThat(get(DISCOUNT + "/versions").path("versions")).hasSize(1);
        assertThat(http().put(DISCOUNT, "[]", CLI[0], CLI[1], "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(428);
        assertThat(http().get("/api/v1/models/order-fulfilment/cases", CLI).statusCode())
                .isEqualTo(404);
        assertThat(http().get("/api/v1/models/nothing/cases", CLI).statusCode()).isEqualTo(404);
        String[] viewer = {
            "Authorization", "Bearer " + token("VIEWER"), "Content-Type", "application/json", "If-Match", "\"1\""
        };
        assertThat(http().put(DISCOUNT, "[]", viewer).statusCode()).isEqualTo(403);
        assertThat(http().get(DISCOUNT, viewer[0], viewer[1]).statusCode()).isEqualTo(200);
        assertThat(http().get(DISCOUNT).statusCode()).isEqualTo(401);
    }

    @Test
    void shippedCasesAreTheBeginningAndEditedOnesAreProvedBeforeADeployment() {
        String shipped = http().get("/api/v1/models/order-risk/cases", CLI).body();
        assertThat(shipped).isEqualTo(Files.read("/models/orders/order-risk.cases.json"));
        assertThat(deploy("discount.dmn", DMN, 200).at("/scenarios/played").asInt())
                .isZero();
        save(0, GOLD.formatted(10), 201);
        assertThat(deploy("discount.dmn", DMN, 200).at("/scenarios/played").asInt())
                .isEqualTo(1);
        JsonNode refused = deploy("discount.dmn", DMN.replace("<text>10</text>", "<text>12</text>"), 422);
        JsonNode problem = refused.path("problems")
                .valueStream()
                .filter(it -> it.path("rule").asString().equals("scenario"))
                .findFirst()
                .orElseThrow();
        assertThat(problem.path("message").asString())
                .isEqualTo("The case \"gold\" went otherwise: expected percent 10, but got 12");
        assertThat(problem.path("elementId").asString()).isEqualTo("gold-rule");
        JsonNode tested = read(post("/api/v1/tests?model=discount"), 200);
        assertThat(tested.path("cases").asInt()).isEqualTo(1);
        assertThat(tested.path("missed").valueStream().map(JsonNode::asString)).contains("discount#rest-rule");
    }

    @Test
    void anAnalystKeepsCasesUnderTheTable() {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models/discount");
            Locator pane = page.locator(".cases");
            assertThat(pane.locator("summary")).containsText("No cases yet");
            pane.locator("summary").click();
            press(page, "Add a case");
            page.getByLabel("Case", new Page.GetByLabelOptions().setExact(true)).fill("gold");
            page.getByLabel("order.country").fill("\"de\"");
            page.getByLabel("Orders").fill("1 +");
            press(page, "Keep the case");
            assertThat(page.locator("vaadin-dialog")).containsText("is not readable FEEL");
            page.getByLabel("Orders").fill("10");
            press(page, "Fill in what it answers now");
            assertThat(page.getByLabel("Percent")).hasValue("10");
            assertThat(page.getByLabel("Rule", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("1");
            look.picture("dialog");
            assertThat(look.axe()).isEmpty();
            press(page, "Keep the case");
            Locator row = pane.locator("tbody tr").first();
            assertThat(row).containsText("as expected");
            assertThat(pane.locator(".cases-unhit")).containsText("Rule 2");

            press(page, "Edit the case \"gold\"");
            page.getByLabel("Percent").fill("11");
            press(page, "Keep the case");
            assertThat(row).containsText("expected: 11");
            assertThat(pane.locator("summary")).containsText("1 of 1 differ");
            look.picture("red");
            assertThat(look.axe()).isEmpty();
            press(page, "Expect what the case \"gold\" is answered now");
            assertThat(row).containsText("as expected");
            press(page, "Delete the case \"gold\"");
            assertThat(pane.locator("summary")).containsText("No cases yet");
            press(page, "Undo the change");
            assertThat(row).containsText("gold");
        }
    }

    @Test
    void aSheetThatCannotBeReadIsToldUnderTheTableAndShippedCasesAreThere() {
        save(0, GOLD.formatted(10), 201);
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models/discount");
            Locator pane = page.locator(".cases");
            Locator row = pane.locator("tbody tr").first();
            pane.locator("summary").click();
            assertThat(row).containsText("gold");
            press(page, "Import");
            page.locator("vaadin-upload input[type=file]")
                    .setInputFiles(new FilePayload(
                            "wrong.csv", "text/csv", "case,percent\na,1\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator("vaadin-dialog .case-trouble"))
                    .containsText("facts.customer.orders: the column is missing");
            page.keyboard().press("Escape");
            assertThat(row).containsText("gold");
            look.open("/models/return-policy");
            pane.locator("summary").click();
            assertThat(pane.locator("summary")).containsText("as expected");
            pane.locator("tbody tr").first().waitFor();
            look.picture("many");
            assertThat(look.axe()).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.setViewportSize(390, 844);
            assertThat(look.axe()).isEmpty();
            look.picture("phone");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private JsonNode deploy(String file, String source, int status) {
        return read(
                http().upload(
                                "/api/v1/deployments?dryRun=true",
                                Map.of(file, source.getBytes(StandardCharsets.UTF_8)),
                                CLI),
                status);
    }

    @Test
    void goesAlongWithTheProject() throws IOException {
        String path = "discount.cases.json";
        assertThat(pushed(Map.of(path, GOLD.formatted(10))).path("outcome").asString())
                .isEqualTo("saved");
        assertThat(http().get("/api/v1/project", CLI).body()).contains(path, "order-risk.cases.json");
        assertThat(pushed(Map.of(path, GOLD.formatted(10))).path("outcome").asString())
                .isEqualTo("unchanged");
        String versions = "{\"versions\": {\"" + path + "\": %d}}";
        save(1, GOLD.formatted(11), 201);
        assertThat(pushed(Map.of(path, GOLD.formatted(12), "tillflow.json", versions.formatted(1)))
                        .path("outcome")
                        .asString())
                .isEqualTo("conflict");
        assertThat(pushed(Map.of(path, GOLD.formatted(12), "tillflow.json", versions.formatted(2)))
                        .path("outcome")
                        .asString())
                .isEqualTo("saved");
        JsonNode refused = pushed(Map.of(path, "[{\"case\": \"a\", \"facts\": 1}]"));
        assertThat(refused.path("outcome").asString()).isEqualTo("refused");
        assertThat(refused.path("message").asString()).contains("row 1, facts");
        assertThat(pushed(Map.of("nothing.cases.json", "[]")).path("outcome").asString())
                .isEqualTo("refused");
        assertThat(get(DISCOUNT).at("/0/output/percent").asInt()).isEqualTo(12);
    }
}
