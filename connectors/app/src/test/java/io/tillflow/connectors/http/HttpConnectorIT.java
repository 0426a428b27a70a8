package io.tillflow.connectors.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.tillflow.connectors.guard.GuardSettings;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.secrets.TestSecrets;
import io.tillflow.processes.HttpCall;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectorIT {
    private static final String CANARY = "canary-7f3a9";
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private final Redaction redaction = new Redaction();
    private final Secrets secrets = TestSecrets.in(TestDatabase.jdbc(), redaction);
    private final WebClient web = new WebClient(
            new HttpSettings(List.of("*"), List.of("127.0.0.1"), 10_000, Duration.ofSeconds(20)), new HostileNames());
    private final Credentials credentials = new Credentials(secrets, redaction, web, Clock.systemUTC());
    private final HttpConnector http = new HttpConnector(
            new Requests(secrets, credentials), credentials, web, guards(), redaction, Clock.systemUTC());

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void plant() {
        SERVER.resetAll();
        secrets.set(new SecretName("CANARY"), CANARY, "the test");
    }

    @AfterEach
    void close() throws IOException {
        web.close();
    }

    @Test
    void sendsWhatWasFilledInAndKeepsWhatWasChosen() {
        answer(okJson("{\"rates\": [{\"price\": 490}, {\"price\": 990}]}"));
        HttpCall call = new Filled("POST", url("/rates?x=1"))
                .query(Map.of("town", "Köln & mehr"))
                .headers(Map.of("X-Shop", "ullmere"))
                .body(Map.of("weight", 1200))
                .call();
        assertThat(variables(call, "={cheapest: min(for r in response.body.rates return r.price)}"))
                .containsEntry("cheapest", 490);
        LoggedRequest sent = last();
        assertThat(sent.getUrl()).isEqualTo("/rates?x=1&town=K%C3%B6ln+%26+mehr");
        assertThat(sent.getHeader("X-Shop")).isEqualTo("ullmere");
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo("7f3/ask-rates/1");
        assertThat(sent.getBodyAsString()).isEqualTo("{\"weight\":1200}");
    }

    @Test
    void authenticatesInFourWays() {
        answer(okJson("{}"));
        String url = url("/");
        done(new Filled("GET", url).basic("mara", "{{secrets.CANARY}}").call());
        assertThat(last().getHeader("Authorization")).isEqualTo("Basic bWFyYTpjYW5hcnktN2YzYTk=");
        done(new Filled("GET", url).bearer("{{secrets.CANARY}}").call());
        assertThat(last().getHeader("Authorization")).isEqualTo("Bearer " + CANARY);
        done(new Filled("GET", url).apiKey("X-Key", "{{secrets.CANARY}}").call());
        assertThat(last().getHeader("X-Key")).isEqualTo(CANARY);
    }

    @Test
    void buysATokenOnceAndAnewWhenItIsRefused() {
        SERVER.stubFor(post("/token").willReturn(okJson("{\"access_token\": \"bought\", \"expires_in\": 3600}")));
        SERVER.stubFor(any(urlPathEqualTo("/orders"))
                .withHeader("Authorization", equalTo("Bearer bought"))
                .willReturn(okJson("{}")));
        HttpCall call = new Filled("GET", url("/orders"))
                .oauth2(url("/token"), "client", "{{secrets.CANARY}}")
                .call();
        done(call);
        done(call);
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/token")));
        SERVER.stubFor(any(urlPathEqualTo("/orders")).willReturn(aResponse().withStatus(401)));
        assertThat(refused(call).kind()).isEqualTo(HttpResult.Kind.UNAUTHORISED);
        assertThat(refused(call).kind()).isEqualTo(HttpResult.Kind.UNAUTHORISED);
        SERVER.verify(2, postRequestedFor(urlPathEqualTo("/token")));
    }

    @ParameterizedTest
    @CsvSource({"401,UNAUTHORISED", "403,UNAUTHORISED", "404,NOT_FOUND", "410,NOT_FOUND", "422,OTHER"})
    void aRefusalHasItsKind(int status, HttpResult.Kind kind) {
        answer(aResponse().withStatus(status).withBody("no such thing"));
        HttpResult.Refused refused = refused(new Filled("GET", url("/thing")).call());
        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.reason()).contains("GET http://127.0.0.1", "/thing came back " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408})
    void troubleThatPassesIsTriedAgain(int status) {
        answer(aResponse().withStatus(status).withHeader("Retry-After", "17"));
        assertThatThrownBy(() -> done(new Filled("GET", url("/")).call()))
                .isInstanceOfSatisfying(
                        ProviderUnavailable.class,
                        trouble -> assertThat(trouble.retryAfter()).contains(Duration.ofSeconds(17)));
    }

    @Test
    void tooManyRequestsWaitAndUseUpNoTry() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "17"));
        assertThatThrownBy(() -> done(new Filled("GET", url("/")).call()))
                .isInstanceOfSatisfying(
                        HeldBack.class, held -> assertThat(held.retryAfter()).contains(Duration.ofSeconds(17)));
    }

    @Test
    void aPageInsteadOfJsonIsSaid() {
        answer(aResponse().withHeader("Content-Type", "text/html").withBody("<!doctype html><h1>Sign in</h1>"));
        HttpResult.Refused refused = refused(new Filled("GET", url("/")).call());
        assertThat(refused.kind()).isEqualTo(HttpResult.Kind.NO_JSON);
        assertThat(refused.reason()).contains("expected JSON", "text/html", "<!doctype html>");
    }

    @Test
    void aHundredMegabytesAreNotRead() {
        answer(okJson("\"" + "x".repeat(20_000) + "\"").withHeader("Content-Length", "100000000"));
        assertThatThrownBy(() -> done(new Filled("GET", url("/")).call())).hasMessageContaining("at most 10000 bytes");
    }

    @Test
    void anAnswerThatTricklesEndsWithTheDeadline() throws IOException {
        try (WebClient hasty = new WebClient(
                new HttpSettings(List.of(), List.of("127.0.0.1"), 10_000, Duration.ofMillis(400)),
                new HostileNames())) {
            answer(okJson("{\"a\": \"" + "x".repeat(2_000) + "\"}").withChunkedDribbleDelay(20, 60_000));
            Exchange slow = new Exchange("GET", java.net.URI.create(url("/slow")), Map.of(), null, "text/plain");
            assertThatThrownBy(() -> hasty.send(slow))
                    .isInstanceOf(ProviderUnavailable.class)
                    .hasMessageContaining("within 400 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/",
                "http://[::1]:1/",
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/",
                "http://192.168.0.1/",
                "http://0.0.0.0:1/",
                "http://[::ffff:10.0.0.1]/",
                "http://rebound.example/"
            })
    void noRequestReachesAPrivateAddress(String url) {
        assertThatThrownBy(() -> done(new Filled("GET", url).call()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("private");
    }

    @Test
    void aRedirectToAPrivateAddressIsNotFollowed() {
        answer(aResponse().withStatus(302).withHeader("Location", "http://rebound.example/admin"));
        assertThatThrownBy(() -> done(
                        new Filled("GET", url("/")).bearer("{{secrets.CANARY}}").call()))
                .hasMessageContaining("private");
    }

    @Test
    void endlessRedirectsEnd() {
        answer(aResponse().withStatus(302).withHeader("Location", "/again"));
        assertThatThrownBy(() -> done(new Filled("GET", url("/")).call()))
                .hasMessageContaining("redirected more than 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://127.0.0.1/", "file:///etc/passwd", "http://user:pw@127.0.0.1/", "http:///x", "nonsense"})
    void whatIsNoWebAddressIsRefused(String url) {
        assertThatThrownBy(() -> done(new Filled("GET", url).call())).hasMessageContaining("expected an address");
    }

    @Test
    void aHostThatIsNotOnTheListIsRefused() throws IOException {
        try (WebClient strict = new WebClient(
                new HttpSettings(List.of("*.example.com"), List.of(), 1_000, Duration.ofSeconds(5)),
                new HostileNames())) {
            Exchange other = new Exchange("GET", java.net.URI.create("https://example.org/"), Map.of(), null, "");
            assertThatThrownBy(() -> strict.send(other))
                    .hasMessageContaining("example.org is not on the list")
                    .hasMessageContaining("TILLFLOW_HTTP_ALLOWED_HOSTS");
        }
    }

    @Test
    void aSecretInAnAddressOrBodyIsRefused() {
        assertThatThrownBy(() -> done(new Filled("GET", url("/?key={{secrets.CANARY}}")).call()))
                .hasMessageContaining("no secret in url");
        assertThatThrownBy(() -> done(new Filled("POST", url("/"))
                        .body(Map.of("key", "{{secrets.CANARY}}"))
                        .call()))
                .hasMessageContaining("no secret in body");
    }

    @Test
    void aMissingSecretIsNamed() {
        assertThatThrownBy(() -> done(new Filled("GET", url("/"))
                        .bearer("{{secrets.NOT_THERE}}")
                        .call()))
                .hasMessageContaining("expected the secret NOT_THERE");
    }

    @Test
    void anExpressionThatDoesNotFitIsNamed() {
        answer(okJson("{\"a\": 1}"));
        HttpCall call = new Filled("GET", url("/")).call();
        assertThatThrownBy(() -> variables(call, "=response.body.a")).hasMessageContaining("to make a context");
        assertThatThrownBy(() -> variables(call, "={a:")).hasMessageContaining("result expression");
    }

    @Test
    void aServerThatEchoesASecretDoesNotGetItIntoVariablesOrMessages() {
        HttpCall call =
                new Filled("GET", url("/")).basic("mara", "{{secrets.CANARY}}").call();
        answer(okJson("{\"echo\": \"" + CANARY + "\", \"basic\": \"bWFyYTpjYW5hcnktN2YzYTk=\"}"));
        assertThat(variables(call, "={all: response.body}").toString())
                .doesNotContain(CANARY, "bWFyYTpjYW5hcnktN2YzYTk=")
                .contains("{{secrets");
        answer(aResponse().withStatus(422).withBody("bad password " + CANARY));
        assertThat(refused(call).reason()).doesNotContain(CANARY).contains("{{secrets.CANARY}}");
        answer(aResponse().withHeader("Content-Type", "text/html").withBody("<b>" + CANARY));
        assertThat(refused(call).reason()).doesNotContain(CANARY);
    }

    private void answer(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    private static LoggedRequest last() {
        return SERVER.getAllServeEvents().getFirst().getRequest();
    }

    private void done(HttpCall call) {
        assertThat(http.call(call, "7f3/ask-rates/1", "", "test")).isInstanceOf(HttpResult.Done.class);
    }

    private HttpResult.Refused refused(HttpCall call) {
        return (HttpResult.Refused) http.call(call, "7f3/ask-rates/1", "={b: response.body}", "test");
    }

    private Map<String, @Nullable Object> variables(HttpCall call, String expression) {
        return ((HttpResult.Done) http.call(call, "7f3/ask-rates/1", expression, "test")).variables();
    }

    private static ProviderGuards guards() {
        return new ProviderGuards(
                new GuardSettings(100, 100, 50, Duration.ofSeconds(1), Duration.ofSeconds(1), 10, 1000, Map.of()),
                Clock.systemUTC());
    }
}
