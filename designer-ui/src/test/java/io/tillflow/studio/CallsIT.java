package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tillflow.testkit.Browsing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From a call activity to what it called, and back. */
class CallsIT extends HistoryStudio {

    @LocalServerPort
    private int port;

    /** A loop over three parcels: 510, 520 are done, 530 failed; of keys that no other test has. */
    @BeforeEach
    void anOrderThatCallsParcels() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at) values
                  (81, 'order', 5, 'order.bpmn', :order, 'a', 'ACTIVE', now()), (82, 'parcel', 1, 'parcel.bpmn', :parcel, 'b', 'ACTIVE', now());
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, ended_at,
                                                      parent_process_instance_key, parent_element_instance_key, open_incidents) values
                  (500, 81, 'order', 5, 'ACTIVE', 'UM-5', '2026-03-02T12:00:00Z', null, null, null, 0),
                  (510, 82, 'parcel', 1, 'COMPLETED', null, '2026-03-02T12:01:00Z', '2026-03-02T12:02:00Z', 500, 502, 0),
                  (520, 82, 'parcel', 1, 'COMPLETED', null, '2026-03-02T12:01:00Z', '2026-03-02T12:02:00Z', 500, 503, 0),
                  (530, 82, 'parcel', 1, 'ACTIVE', null, '2026-03-02T12:05:00Z', null, 500, 504, 1);
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at) values
                  (501, 500, 81, 'send', 'MULTI_INSTANCE_BODY', 500, 'ACTIVE', '2026-03-02T12:01:00Z'), (502, 500, 81, 'send', 'CALL_ACTIVITY', 501, 'COMPLETED', '2026-03-02T12:01:00Z'),
                  (503, 500, 81, 'send', 'CALL_ACTIVITY', 501, 'COMPLETED', '2026-03-02T12:01:00Z'), (504, 500, 81, 'send', 'CALL_ACTIVITY', 501, 'ACTIVE', '2026-03-02T12:05:00Z'),
                  (531, 530, 82, 'pack', 'SERVICE_TASK', 530, 'ACTIVE', '2026-03-02T12:05:00Z');
                insert into history.variable (scope_key, name, process_instance_key, value, updated_at) values
                  (500, 'state', 500, '{"is": "sent", "by": "mara"}', '2026-03-02T12:04:00Z'), (502, 'parcel', 500, '"first"', '2026-03-02T12:01:00Z'),
                  (504, 'parcel', 500, '"third"', '2026-03-02T12:05:00Z');
                delete from history.variable_change where process_instance_key = 500;
                insert into history.variable_change (process_instance_key, position, scope_key, name, value, changed_at) values
                  (500, 1, 500, 'state', '{"is": "packed", "by": "mara"}', '2026-03-02T12:01:00Z'), (500, 2, 504, 'parcel', '"third"', '2026-03-02T12:05:00Z'),
                  (500, 3, 500, 'state', '{"is": "sent", "by": "mara"}', '2026-03-02T12:04:00Z')""")
                .param("order", model("order", "<bpmn:callActivity id='send' name='Send each parcel'/>", "send"))
                .param("parcel", model("parcel", "<bpmn:serviceTask id='pack' name='Pack it'/>", "pack"))
                .update();
    }

    private static String model(String id, String step, String stepId) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
                <bpmn:process id="%1$s" name="The %1$s" isExecutable="true">%2$s</bpmn:process>
                <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="%1$s"><bpmndi:BPMNShape id="s" bpmnElement="%3$s"><dc:Bounds x="200" y="100" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>""".formatted(id, step, stepId);
    }

    @Test
    void programsFindBothEnds() {
        JsonNode calls = get("/api/v1/instances/500/calls");
        assertThat(calls.path("caller").isNull()).isTrue();
        assertThat(calls.path("called")
                        .valueStream()
                        .map(it -> it.path("instance").path("key").asLong()))
                .containsExactly(510L, 520L, 530L);
        assertThat(calls.path("called").get(2).path("elementId").asString()).isEqualTo("send");
        assertThat(calls.path("called").get(2).path("elementInstanceKey").asLong())
                .isEqualTo(504);
        assertThat(calls.path("called").get(2).path("instance").path("state").asString())
                .isEqualTo("INCIDENT");
        JsonNode caller = get("/api/v1/instances/530").path("caller");
        assertThat(caller.path("instance").path("key").asLong()).isEqualTo(500);
        assertThat(caller.path("elementId").asString()).isEqualTo("send");
        assertThat(get("/api/v1/instances/530/calls").path("called")).isEmpty();
        assertThat(get("/api/v1/instances/500/at?time=2026-03-02T12:03:00Z")
                        .path("calls")
                        .path("called"))
                .hasSize(2);
        assertThat(http().get("/api/v1/instances/1/calls", CLI).statusCode()).isEqualTo(404);
    }

    @Test
    void peopleWalkDownAndUp() {
        try (Browsing browsing = new Browsing()) {
            Page page = signedIn(browsing.window(1440, 900));
            page.navigate("http://127.0.0.1:" + port + "/instances/500");
            page.locator("[data-element-id=send] .djs-hit").first().click(new Locator.ClickOptions().setForce(true));
            Locator called = page.locator(".element-pane ul.calls li");
            called.first().waitFor();
            assertThat(called.allInnerTexts()).hasSize(3);
            assertThat(called.first().innerText()).contains("The parcel").contains("530");
            called.first().locator("a").click();
            page.waitForURL("**/instances/530");
            Locator up = page.locator(".ih a", new Page.LocatorOptions().setHasText("UM-5"));
            assertThat(up.innerText()).isEqualTo("The order UM-5");
            Locator tabs = page.locator(".pane > .tabs");
            tabs.waitFor();
            assertThat(page.locator(".element-pane").isVisible())
                    .as("what was chosen there is not chosen here")
                    .isFalse();
            up.click();
            page.waitForURL("**/instances/500");
        }
    }

    @Test
    void peopleSeeEveryRoundOfALoopAndGoBackUp() {
        try (Browsing browsing = new Browsing()) {
            Page page = signedIn(browsing.window(1440, 900));
            page.navigate("http://127.0.0.1:" + port + "/instances/500");
            page.locator(".seg button", new Page.LocatorOptions().setHasText("Steps taken"))
                    .click();
            Locator tree = page.locator(".passage-tree");
            tree.waitFor();
            assertThat(tree.innerText())
                    .contains("Send each parcel, all rounds", "3 rounds: 2 done, 1 active", "round 1", "round 3");
            assertThat(tree.locator(".call").count()).isEqualTo(3);
            Locator failed = tree.locator("li li", new Locator.LocatorOptions().setHasText("round 3"));
            assertThat(failed.locator(".call").innerText()).contains("The parcel", "Incident");
            failed.locator(".line button").click();
            Locator pane = page.locator(".element-pane");
            pane.locator(".ways").waitFor();
            assertThat(pane.locator("ul.calls li").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("530");
            assertThat(pane.locator("ul.vars").innerText())
                    .contains("parcel", "\"third\"")
                    .doesNotContain("first");
            pane.locator(".ways button", new Locator.LocatorOptions().setHasText("Up to"))
                    .click();
            tree.locator(
                            "button[aria-current]",
                            new Locator.LocatorOptions().setHasText("Send each parcel, all rounds"))
                    .waitFor();
            pane.locator(".ways button", new Locator.LocatorOptions().setHasText("All 4 passages"))
                    .click();
            pane.locator(".passages li").first().waitFor();
            assertThat(pane.locator(".passages li").count()).isEqualTo(4);
            failed.locator(".call a").click();
            page.waitForURL("**/instances/530");
            assertThat(tree.locator("> div .call").innerText()).contains("Called by", "The order UM-5");
        }
    }

    @Test
    void aVariableTellsHowItCameToItsValue() {
        assertThat(get("/api/v1/instances/500/variables/history?name=state")
                        .valueStream()
                        .map(it -> it.path("value").path("is").asString()))
                .containsExactly("packed", "sent");
        assertThat(get("/api/v1/instances/500/variables/history?name=state&scope=502"))
                .isEmpty();
        assertThat(get("/api/v1/instances/500/variables/history")).hasSize(3);
        assertThat(http().get("/api/v1/instances/1/variables/history", CLI).statusCode())
                .isEqualTo(404);
        try (Browsing browsing = new Browsing()) {
            Page page = signedIn(browsing.window(1440, 900));
            page.navigate("http://127.0.0.1:" + port + "/instances/500");
            page.locator(".tabs button", new Page.LocatorOptions().setHasText("Variables"))
                    .click();
            Locator changes = page.locator(".vars details", new Page.LocatorOptions().setHasText("2 changes"));
            changes.locator("summary").click();
            assertThat(changes.innerText())
                    .contains("is: \"packed\" → \"sent\"", "set to {")
                    .doesNotContain("by: ");
            assertThat(page.locator(".vars details").count())
                    .as("one with a single value has no history")
                    .isEqualTo(1);
        }
    }

    private Page signedIn(Page page) {
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill("correct-horse");
        page.locator("vaadin-button[slot=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }
}
