package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.platform.Database;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The studio from outside, with a real database and no broker. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StudioIT {
    private static final String TOKEN = "the-command-line-token";
    private static final String[] CLI = {"Authorization", "Bearer " + TOKEN};

    @LocalServerPort
    private int port;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("tillflow.admin-password", () -> "correct-horse");
        registry.add("tillflow.cli-token", () -> TOKEN);
        registry.add("tillflow.gateway", () -> "http://127.0.0.1:1");
    }

    @BeforeEach
    void waitForTheSchema() {
        await().atMost(Duration.ofSeconds(90)).until(database::ready);
    }

    @Test
    void sendsStrangersToTheSignInPageWithEveryProtectingHeader() {
        HttpResponse<String> answer = new Http(port).get("/models");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void signsInWithTheRightPasswordOnly() {
        assertThat(new Http(port).signIn("admin", "wrong")).contains("/login?error");
        Http admin = new Http(port);
        assertThat(admin.signIn("Admin", "correct-horse")).doesNotContain("login");
        assertThat(admin.get("/models").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT password_hash FROM studio.app_user WHERE name = 'admin'")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void letsAStrangerWithASessionLoadTheSignInPage() {
        Http stranger = new Http(port);
        assertThat(stranger.get("/login").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/login").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/studio/studio.css").statusCode()).isEqualTo(200);
    }

    @Test
    void letsBrowsersKeepEditorsAndFonts() {
        HttpResponse<String> editor = new Http(port).get(Frontend.PLACE + "designer.js");
        assertThat(editor.statusCode()).isEqualTo(200);
        assertThat(editor.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        HttpResponse<String> font = new Http(port).get("/studio/fonts/inter-latin-400-normal.woff2");
        assertThat(font.headers().firstValue("Cache-Control")).hasValue("max-age=2592000, public");
    }

    @Test
    void endsTheSessionOfWhoWasDisabled() {
        Http admin = new Http(port);
        admin.signIn("admin", "correct-horse");
        jdbc.sql("UPDATE studio.app_user SET disabled = true WHERE name = 'admin'")
                .update();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> admin.get("/models").statusCode() == 302);
        } finally {
            jdbc.sql("UPDATE studio.app_user SET disabled = false WHERE name = 'admin'")
                    .update();
        }
    }

    @Test
    void locksANameAfterFiveFailuresWhetherItExistsOrNot() {
        for (String name : new String[] {"nobody", "somebody"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(new Http(port).signIn(name, "guess" + i)).contains(i < 4 ? "error" : "locked=");
            }
            assertThat(new Http(port).signIn(name, "correct-horse")).contains("locked=");
        }
    }

    @Test
    void refusesASignInThatAnotherSiteSends() {
        HttpResponse<String> answer = new Http(port)
                .post(
                        "/login",
                        "application/x-www-form-urlencoded",
                        "username=admin&password=correct-horse".getBytes(StandardCharsets.UTF_8),
                        "Origin",
                        "https://evil.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void refusesAWriteFromASessionWithoutItsToken() {
        Http admin = new Http(port);
        admin.signIn("admin", "correct-horse");
        assertThat(admin.get("/api/v1/models").statusCode()).isEqualTo(200);
        assertThat(admin.put("/api/v1/models/order-risk", "<x/>", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersTheApiOnlyToATokenAndKeepsOnlyItsDigest() {
        Http stranger = new Http(port);
        assertThat(stranger.get("/api/v1/models").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/v1/models", "Authorization", "Bearer guess")
                        .statusCode())
                .isEqualTo(401);
        assertThat(stranger.get("/api/v1/models", CLI).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM studio.api_token t WHERE t::text LIKE '%' || :secret || '%'")
                        .param("secret", TOKEN)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void importsTheShippedModelsAsVersionOne() {
        JsonNode models = read(new Http(port).get("/api/v1/models", CLI)).path("models");
        assertThat(models.valueStream().map(model -> model.path("id").asString()))
                .contains("order-fulfilment", "order-risk", "review-order");
        HttpResponse<String> source = new Http(port).get("/api/v1/models/order-fulfilment", CLI);
        assertThat(source.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(source.body()).contains("bpmn:process");
    }

    @Test
    void savesAVersionOnceAndTellsTheSecondWhoWasFirst() {
        Http http = new Http(port);
        String source = http.get("/api/v1/models/review-order", CLI).body();
        String changed = source.replaceFirst("\\{", "{ \"x-test\": \"" + System.nanoTime() + "\",");
        int base = Integer.parseInt(http.get("/api/v1/models/review-order", CLI)
                .headers()
                .firstValue("ETag")
                .orElse("")
                .replace("\"", ""));
        String[] match = {"Authorization", "Bearer " + TOKEN, "If-Match", "\"" + base + "\""};
        assertThat(http.put("/api/v1/models/review-order", changed, CLI).statusCode())
                .isEqualTo(428);
        HttpResponse<String> first = http.put("/api/v1/models/review-order?comment=first", changed, match);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("ETag")).hasValue("\"" + (base + 1) + "\"");
        HttpResponse<String> second =
                http.put("/api/v1/models/review-order", changed.replace("x-test", "y-test"), match);
        assertThat(second.statusCode()).isEqualTo(412);
        JsonNode versions =
                read(http.get("/api/v1/models/review-order/versions", CLI)).path("versions");
        assertThat(versions.get(0).path("comment").asString()).isEqualTo("first");
        assertThat(versions.size()).isEqualTo(base + 1);
    }

    @Test
    void refusesToChangeAVersion() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        jdbc.sql("UPDATE studio.model_version SET source = ''").update()))
                .hasMessageContaining("never changed");
    }

    @Test
    void lintsOneFileAndManyAndPrintsWhatTheCommandLineExpects() throws IOException {
        byte[] bad = new String(greet(), StandardCharsets.UTF_8)
                .replace("<zeebe:taskDefinition type=\"messaging.send-email\" />", "")
                .getBytes(StandardCharsets.UTF_8);
        Http http = new Http(port);
        JsonNode one = read(http.post("/api/v1/lint?file=greet.bpmn", "application/xml", bad, CLI));
        assertThat(one.path("errors").asInt()).isPositive();
        assertThat(one.path("findings").get(0).path("elementId").asString()).isEqualTo("say-hello");
        assertThat(one.path("findings").get(0).path("severity").asString()).isEqualTo("error");
        JsonNode many = read(http.upload("/api/v1/lint", Map.of("greet.bpmn", greet()), CLI));
        assertThat(many.path("errors").asInt()).isZero();
        assertThat(many.path("warnings").asInt()).isZero();
    }

    @Test
    void deploysNothingWhenOneFileOfManyIsHostile() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String good = new String(greet(), StandardCharsets.UTF_8).replace("\"greet\"", "\"stranger\"");
        files.put("stranger.bpmn", good.getBytes(StandardCharsets.UTF_8));
        files.put("huge.bpmn", new byte[10 * 1024 * 1024]);
        files.put(
                "xxe.bpmn",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>"
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = new Http(port).upload("/api/v1/deployments", files, CLI);
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problems = read(answer).path("problems");
        assertThat(problems.valueStream().map(it -> it.path("file").asString()))
                .containsExactly("huge.bpmn", "xxe.bpmn");
        assertThat(read(new Http(port).get("/api/v1/models", CLI))
                        .path("models")
                        .toString())
                .doesNotContain("stranger");
    }

    @Test
    void saysThatTheBrokerIsAwayAndRehearsesWithoutIt() throws IOException {
        Map<String, byte[]> files = Map.of("greet.bpmn", greet());
        Http http = new Http(port);
        assertThat(http.upload("/api/v1/deployments?dryRun=true", files, CLI).statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = http.upload("/api/v1/deployments", files, CLI);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(read(answer).path("title").asString()).contains("away");
    }

    @Test
    void refusesADeploymentThatDropsAUsedStartMessage() throws IOException {
        String live = new String(greet(), StandardCharsets.UTF_8).replace("\"greet\"", "\"farewell\"");
        jdbc.sql("INSERT INTO history.process_definition VALUES (71, 'farewell', 1, 'farewell.bpmn', :xml, '', now())")
                .param("xml", live)
                .update();
        jdbc.sql("INSERT INTO history.message_correlation VALUES ('customer-came', 'farewell', 'START')")
                .update();
        byte[] next =
                live.replace("name=\"customer-came\"", "name=\"customer-left\"").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                new Http(port).upload("/api/v1/deployments?dryRun=true", Map.of("farewell.bpmn", next), CLI);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(read(answer).path("problems").get(0).path("elementId").asString())
                .isEqualTo("farewell");
    }

    @Test
    void knowsWhichVersionIsLiveByItsContent() {
        Http http = new Http(port);
        String source =
                http.get("/api/v1/models/order-fulfilment?version=1", CLI).body();
        jdbc.sql("""
                        INSERT INTO history.process_definition
                        VALUES (72, 'order-fulfilment', 4, 'order-fulfilment.bpmn', :xml, '', now())""").param("xml", source).update();
        JsonNode model = read(http.get("/api/v1/models", CLI))
                .path("models")
                .valueStream()
                .filter(it -> it.path("id").asString().equals("order-fulfilment"))
                .findFirst()
                .orElseThrow();
        assertThat(model.path("engineVersion").asInt()).isEqualTo(4);
        assertThat(model.path("liveVersion").asInt()).isEqualTo(1);
    }

    private JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private static byte[] greet() throws IOException {
        try (InputStream file = Objects.requireNonNull(StudioIT.class.getResourceAsStream("/drawn/greet.bpmn"))) {
            return file.readAllBytes();
        }
    }
}
