package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.tillflow.sandbox.SandboxEngine;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.platform.Database;
import io.tillflow.studio.play.Playable;
import io.tillflow.studio.play.Plays;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A deployment plays the model's scenarios first; an engine in memory stands for the broker. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ProofsIT {
    private static final String[] CLI = {"Authorization", "Bearer the-command-line-token"};
    private static final SandboxEngine ENGINE = SandboxEngine.start();
    private static final String LETTER = "account-letter.bpmn";
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(90_000);

    @LocalServerPort
    private int port;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Plays plays;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("tillflow.admin-password", () -> "correct-horse");
        registry.add("tillflow.cli-token", () -> "the-command-line-token");
        registry.add("tillflow.gateway", () -> ENGINE.gatewayAddress().toString());
    }

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    @BeforeEach
    void waitForTheSchema() {
        await().atMost(Duration.ofSeconds(90)).until(database::ready);
        jdbc.sql("delete from studio.model_draft; delete from studio.model_proof")
                .update();
    }

    private JsonNode deploy(String query, String file, String source, int status) {
        HttpResponse<String> answer = new Http(port)
                .upload("/api/v1/deployments" + query, Map.of(file, source.getBytes(StandardCharsets.UTF_8)), CLI);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private static String letter() {
        return Files.read("/models/accounts/" + LETTER);
    }

    /** It catches another error now than the one that its scenario throws. */
    private static String broken() {
        return letter().replace("errorCode=\"LETTER_OUTDATED\"", "errorCode=\"LETTER_TOO_OLD\"");
    }

    private int versions() {
        return jdbc.sql("select max(version) from studio.model_version where model_id = 'account-letter'")
                .query(Integer.class)
                .single();
    }

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

    /** Somebody else's play takes the only seat until the page has said so. */
    @Test
    void aDeploymentThatOthersPlayBeforeWaitsAndIsNotRed() throws Exception {
        CountDownLatch seated = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ModelFile other = ModelFile.of(LETTER, letter());
        Thread play = Thread.ofVirtual().start(() -> {
            boolean over = plays.on(Playable.of(other), List.of(), engine -> {
                seated.countDown();
                return wait(done);
            });
            assertThat(over).isTrue();
        });
        assertThat(seated.await(90, TimeUnit.SECONDS)).isTrue();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models/account-letter");
            page.locator("tf-bpmn-editor button").first().waitFor();
            page.locator(".ver .btn.pri").click();
            Locator note = page.locator(".proof");
            PlaywrightAssertions.assertThat(note).containsText("waits for its turn", PATIENTLY);
            PlaywrightAssertions.assertThat(note).not().hasClass(Pattern.compile(".*incident.*"));
            look.picture("waits");
            done.countDown();
            PlaywrightAssertions.assertThat(note).containsText("2 scenarios went", PATIENTLY);
        } finally {
            done.countDown();
            play.join(Duration.ofSeconds(30));
        }
    }

    private static boolean wait(CountDownLatch done) {
        try {
            return done.await(3, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void put(String source) {
        String[] newest = {"Authorization", CLI[1], "If-Match", "\"" + versions() + "\""};
        assertThat(new Http(port)
                        .put("/api/v1/models/account-letter", source, newest)
                        .statusCode())
                .isBetween(200, 201);
    }

    /** While the dialog stands open a scenario changes, and then somebody saves the model. */
    @Test
    void whatWasGreenHoldsOnlyUntilSomethingChanges() {
        put(letter());
        String scenarios = "/api/v1/models/account-letter/scenarios";
        var scenario = json.readTree(new Http(port).get(scenarios, CLI).body())
                .properties()
                .iterator()
                .next();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models/account-letter");
            page.locator("tf-bpmn-editor button").first().waitFor();
            page.locator(".ver .btn.pri").click();
            Locator dialog = page.locator(".deploy-body");
            PlaywrightAssertions.assertThat(dialog).containsText("All 2 scenarios went", PATIENTLY);

            String changed = scenario.getValue().asString() + "\n# read again on " + System.nanoTime() + "\n";
            assertThat(new Http(port)
                            .put(scenarios + "/" + scenario.getKey(), changed, CLI)
                            .statusCode())
                    .isEqualTo(200);
            PlaywrightAssertions.assertThat(dialog).containsText("has changed since", PATIENTLY);
            PlaywrightAssertions.assertThat(page.getByText("Deploy", new Page.GetByTextOptions().setExact(true))
                            .last())
                    .isHidden();
            assertThat(look.axe()).isEmpty();
            look.picture("expired");
            page.getByText("Play again").click();
            PlaywrightAssertions.assertThat(dialog).containsText("All 2 scenarios went", PATIENTLY);

            put(broken());
            PlaywrightAssertions.assertThat(dialog).containsText("saved version " + versions(), PATIENTLY);
            page.getByText("See both").click();
            PlaywrightAssertions.assertThat(page.locator("vaadin-dialog").last())
                    .containsText("saved version " + versions() + " meanwhile", PATIENTLY);
        }
    }

    @Test
    void thePageShowsHowFarItIsAndWhatDiffersAndAsksAgain() {
        put(broken());
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models/account-letter");
            page.locator("tf-bpmn-editor button").first().waitFor();
            page.locator(".ver .btn.pri").click();
            Locator note = page.locator(".proof");
            PlaywrightAssertions.assertThat(note).containsText("1 of 2 scenarios went otherwise", PATIENTLY);
            PlaywrightAssertions.assertThat(
                            page.locator(".deploy-body .finding").last())
                    .containsText("A letter whose link no longer works");
            assertThat(look.axe()).isEmpty();
            look.picture("red");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Deploy anyway"))
                    .click();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> jdbc.sql("select count(*) from studio.model_proof where red = 1")
                                    .query(Integer.class)
                                    .single()
                            == 1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Versions"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator(".version-row").first())
                    .containsText("1 of 2 scenarios red, deployed anyway by admin", PATIENTLY);
            look.picture("versions");
        }
    }
}
