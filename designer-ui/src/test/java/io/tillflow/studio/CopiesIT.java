package io.tillflow.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A model that is made of another has what lies beside that; files are tested with what lies beside them. */
class CopiesIT extends CasesStudio {
    private static final String SCENARIO = """
        name: Begun by its name
        steps:
          - start: {process: account-letter, variables: {}}
        """;
    private static final String START = """
        {"name": "Begun by hand", "start": {"process": "account-letter", "variables": {"a": 1}}}\
        """;

    @LocalServerPort
    private int port;

    /** Other tests share the studio. */
    @AfterEach
    void noCopiesAnyMore() {
        jdbc.sql("""
            delete from studio.model_scenario where name = 'by-name';
            delete from studio.model_start where name = 'by-hand';
            update studio.model set deleted_at = now(), deleted_by = 'mara'
             where id in ('letter-of-ours', 'rebate-of-ours')\
            """).update();
    }

    private JsonNode copy(String model, String name, int status) {
        return read(post("/api/v1/models/" + model + "/copies", "{\"name\": \"" + name + "\"}"), status);
    }

    @Test
    void aProcessTakesItsScenariosAndDataAlongAndTheyBeginTheCopy() {
        String letter = "/api/v1/models/account-letter/";
        assertThat(http().put(letter + "scenarios/by-name", SCENARIO, CLI).statusCode())
                .isEqualTo(200);
        assertThat(http().put(letter + "starts/by-hand", START, CLI).statusCode())
                .isBetween(200, 201);
        int own = get(letter + "scenarios").size();

        assertThat(copy("account-letter", "Letter of ours", 201).path("id").asString())
                .isEqualTo("letter-of-ours");
        JsonNode scenarios = get("/api/v1/models/letter-of-ours/scenarios");
        assertThat(scenarios).hasSize(own);
        assertThat(scenarios.path("by-name").asString()).contains("{process: letter-of-ours, variables");
        assertThat(get("/api/v1/models/letter-of-ours/starts/by-hand")
                        .at("/start/process")
                        .asString())
                .isEqualTo("letter-of-ours");
        assertThat(http().get("/api/v1/models/letter-of-ours", CLI).body())
                .contains("<bpmn:process id=\"letter-of-ours\" name=\"Letter of ours\"");

        copy("account-letter", "Letter of ours", 409);
        assertThat(copy("account-letter", "4 letters", 422).path("detail").asString())
                .contains("begins with a letter");
        copy("no-such-model", "Whatever", 404);
        String viewer = token("VIEWER");
        assertThat(http().post(
                                letter + "copies",
                                "application/json",
                                "{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8),
                                "Authorization",
                                "Bearer " + viewer)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTableTakesItsCasesAlongAndTheyAskWhatTheyAskedThere() {
        save(0, GOLD.formatted(10), 201);
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models/discount");
            press(page, "Save version");
            press(page, "As a new model…");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Rebate of ours");
            assertThat(look.axe()).isEmpty();
            look.picture("save-as");
            page.locator("vaadin-dialog vaadin-button:has-text('Save')").last().click();
            assertThat(page).hasURL(Pattern.compile(".*/models/rebate-of-ours"));
            Locator pane = page.locator(".cases");
            assertThat(pane.locator("summary")).containsText("1 as expected");
        }
        assertThat(get("/api/v1/models/rebate-of-ours/cases").at("/0/decision").asString())
                .isEqualTo("discount");
        JsonNode tested = read(post("/api/v1/tests?model=rebate-of-ours"), 200);
        assertThat(tested.path("cases").asInt()).isEqualTo(1);
        assertThat(tested.path("failed")).isEmpty();
    }

    /** What is saved of a model is not asked then. */
    @Test
    void aFileIsTestedWithTheCasesBesideIt() {
        save(0, GOLD.formatted(10), 201);
        JsonNode green = tested(GOLD.formatted(10), 200);
        assertThat(green.path("cases").asInt()).isEqualTo(1);
        assertThat(green.path("failed")).isEmpty();
        JsonNode red = tested(GOLD.formatted(12), 200);
        assertThat(red.at("/failed/0/name").asString()).isEqualTo("gold");
        assertThat(red.at("/failed/0/detail").asString()).contains("expected percent 12, but got 10");
        assertThat(tested("[]", 200).path("cases").asInt()).isZero();
        assertThat(tested("[{\"case\": \"gold\"}]", 422).path("detail").asString())
                .contains("row 1, facts");
    }

    private JsonNode tested(String cases, int status) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("discount.dmn", DMN.getBytes(StandardCharsets.UTF_8));
        files.put("discount.cases.json", cases.getBytes(StandardCharsets.UTF_8));
        return read(http().upload("/api/v1/tests", files, CLI), status);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
