package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.tillflow.testkit.Browsing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Processes and their versions at a glance; whose orders are whose; and times as the reader's own clock tells them. */
class ProcessesIT extends HistoryStudio {

    @LocalServerPort
    private int port;

    /** Version 1 has one that waits, version 2 one that works and one that completed an hour ago; version 3 nothing, nor has "quiet" 1. */
    @BeforeEach
    void twoProcesses() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at) values
                  (91, 'tally', 1, 'a', '<x/>', 'a', 'ACTIVE', now()), (92, 'tally', 2, 'a', '<x/>', 'a', 'ACTIVE', now()), (93, 'tally', 3, 'a', '<x/>', 'a', 'ACTIVE', now()),
                  (94, 'quiet', 1, 'a', '<x/>', 'a', 'ACTIVE', now()), (95, 'quiet', 2, 'a', '<x/>', 'a', 'ACTIVE', now());
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, ended_at, open_incidents) values
                  (900, 91, 'tally', 1, 'ACTIVE', 'T-1', '2026-03-02T12:00:00Z', null, 0),
                  (910, 92, 'tally', 2, 'ACTIVE', 'T-2', '2026-03-02T12:00:00Z', null, 0),
                  (920, 92, 'tally', 2, 'COMPLETED', 'T-3', now() - interval '3 hours', now() - interval '1 hour', 0);
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at) values
                  (901, 900, 91, 'wait', 'RECEIVE_TASK', 900, 'ACTIVE', '2026-03-02T12:00:00Z'), (911, 910, 92, 'work', 'SERVICE_TASK', 910, 'ACTIVE', '2026-03-02T12:00:00Z')""").update();
    }

    @Test
    void programsReadEachVersion() {
        JsonNode lines = get("/api/v1/processes/versions?process=tally").path("items");
        assertThat(lines.valueStream().map(it -> it.path("version").asInt(0))).containsExactly(0, 3, 2, 1);
        assertThat(figures(lines.get(0))).containsExactly(1, 1, 0, 1);
        assertThat(figures(lines.get(1))).containsExactly(0, 0, 0, 0);
        assertThat(figures(lines.get(2))).containsExactly(1, 0, 0, 1);
        assertThat(figures(lines.get(3))).containsExactly(0, 1, 0, 0);
        assertThat(lines.get(2).path("medianMs").asLong()).isEqualTo(7_200_000);
        assertThat(lines.get(2)
                        .path("throughput")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(1);
        assertThat(http().get("/api/v1/processes/versions?from=2026-03-02T12:00:00Z&to=2026-03-01T12:00:00Z", CLI)
                        .statusCode())
                .isEqualTo(400);
    }

    private static List<Integer> figures(JsonNode line) {
        return List.of(
                line.path("running").asInt(),
                line.path("waiting").asInt(),
                line.path("withIncidents").asInt(),
                line.path("completed").asInt());
    }

    @Test
    void peopleSeeEachVersionAndGoToWhatItCounts() {
        try (Browsing browsing = new Browsing()) {
            Page page = signedIn(browsing.window(1440, 900));
            page.navigate(studio() + "/processes?period=week");
            Locator rows = page.locator(".processes tbody tr");
            Locator second = rows.filter(new Locator.FilterOptions().setHasText("Version 2"))
                    .first();
            second.waitFor();
            assertThat(rows.count())
                    .as("two processes, three versions of one and the newest of the other")
                    .isEqualTo(6);
            page.locator("button", new Page.LocatorOptions().setHasText("Older versions"))
                    .click();
            rows.nth(6).waitFor();
            assertThat(rows.count()).isEqualTo(7);
            second.locator("td").nth(1).locator("a").click();
            page.waitForURL("**/instances?**");
            page.locator(".instances tbody tr", new Page.LocatorOptions().setHasText("T-2"))
                    .waitFor();
            assertThat(page.locator(".instances tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    void programsFindTheOrdersOfACustomer() {
        assertThat(get("/api/v1/instances?customer=ada")
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("instance").path("businessKey").asString()))
                .containsExactly("UM-2");
        assertThat(get("/api/v1/instances/count?customer=ada").path("count").asInt())
                .isEqualTo(1);
        assertThat(http().get("/api/v1/instances?customer=everybody", CLI).body())
                .contains("more than 1000 orders");
        assertThat(http().get("/api/v1/instances?customer=everybody", CLI).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whereNothingIsOpenPeopleGoOnToWhatHasEnded() {
        jdbc.sql("update history.process_instance set state = 'COMPLETED', ended_at = now() where ended_at is null")
                .update();
        try (Browsing browsing = new Browsing()) {
            Page page = signedIn(browsing.window(1440, 900));
            page.navigate(studio() + "/instances");
            Locator nothing = page.locator(".empty-state", new Page.LocatorOptions().setHasText("Nothing is open"));
            nothing.locator("button").click();
            page.locator(".instances tbody tr", new Page.LocatorOptions().setHasText("T-1"))
                    .waitFor();
        }
    }

    @Test
    void peopleFindACustomerByNameAndHearWhenItIsTooMany() {
        try (Browsing browsing = new Browsing()) {
            Page page = signedIn(browsing.window(1440, 900));
            page.navigate(studio() + "/instances");
            page.locator(".filters input").fill("ada");
            page.waitForURL("**/instances?*customer=ada*");
            Locator rows = page.locator(".instances tbody tr");
            rows.filter(new Locator.FilterOptions().setHasText("UM-2")).waitFor();
            assertThat(rows.count()).isEqualTo(1);
            page.navigate(studio() + "/instances?process=tally");
            rows.filter(new Locator.FilterOptions().setHasText("T-2")).waitFor();
            page.locator(".filters input").fill("everybody");
            page.locator(".instances .empty-state", new Page.LocatorOptions().setHasText("more than 1,000 orders"))
                    .waitFor();
            assertThat(rows.filter(new Locator.FilterOptions().setVisible(true)).count())
                    .isZero();
            assertThat(page.locator(".filters input").inputValue()).isEqualTo("everybody");
            assertThat(page.locator(".filters .chips").textContent()).contains("Process is");
        }
    }

    @Test
    void timesAreThoseOfTheReadersOwnClock() {
        try (Browsing browsing = new Browsing()) {
            Browser browser = browsing.window(1440, 900).context().browser();
            assertThat(started(browser, "Pacific/Auckland"))
                    .containsPattern("Mar 3|3 Mar")
                    .contains("1:00");
            assertThat(started(browser, "America/New_York"))
                    .containsPattern("Mar 2|2 Mar")
                    .contains("7:00");
        }
    }

    private String started(Browser browser, String zone) {
        Page page = signedIn(browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en-GB")
                        .setTimezoneId(zone))
                .newPage());
        page.navigate(studio() + "/instances/100");
        return page.locator(".ih .sub").innerText();
    }

    private String studio() {
        return "http://127.0.0.1:" + port;
    }

    private Page signedIn(Page page) {
        page.navigate(studio() + "/login");
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill("correct-horse");
        page.locator("vaadin-button[slot=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    @Test
    void whatIsNoKeyIsSaidInWords() {
        assertThat(json.readTree(http().get("/api/v1/instances/100/migration?target=x", CLI)
                                .body())
                        .path("detail")
                        .asString())
                .isEqualTo("expected target to be a number, but it was \"x\"");
        assertThat(read(post("/api/v1/instances/100/migrate", "{\"targetDefinitionKey\": \"x\"}"), 400)
                        .path("detail")
                        .asString())
                .contains("key of a process version");
        assertThat(read(post("/api/v1/instances/100/migrate", "{}"), 400)
                        .path("detail")
                        .asString())
                .contains("key of a process version");
    }

    @Test
    void saysThatNobodyAnswersInTheLanguageOfThePage() {
        try (Browsing browsing = new Browsing()) {
            Browser browser = browsing.window(1440, 900).context().browser();
            Page page = signedIn(browser.newContext(new Browser.NewContextOptions().setLocale("de-DE"))
                    .newPage());
            assertThat(page.context().request().get(studio() + "/instances").text())
                    .containsPattern("<html[^>]* lang=\"de");
            page.navigate(studio() + "/instances");
            page.locator(".live").waitFor();
            page.context().setOffline(true);
            page.locator(".saved a").nth(1).click();
            Locator line = page.locator("vaadin-connection-indicator .v-status-message");
            line.filter(new Locator.FilterOptions().setHasText("Keine Verbindung zum Studio"))
                    .waitFor();
            page.locator(".live").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }
}
