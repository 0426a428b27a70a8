package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

/** What an expression left behind is shown at it, as it was when it ended. */
class ElementOutputsIT extends HistoryStudio {

    private void anExpressionAndWhatCameLater() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at) values
                  (9301, 'sum-up', 1, 'sum-up.bpmn', :model, 'a', 'ACTIVE', now());
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, open_incidents) values
                  (9300, 9301, 'sum-up', 1, 'ACTIVE', 'UM-93', '2026-03-02T12:00:00Z', 0);
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at, ended_at) values
                  (9302, 9300, 9301, 'sum', 'SCRIPT_TASK', 9300, 'COMPLETED', '2026-03-02T12:01:00Z', '2026-03-02T12:01:01Z');
                insert into history.variable (scope_key, name, process_instance_key, value, updated_at) values
                  (9300, 'total', 9300, '99', '2026-03-02T12:05:00Z');
                delete from history.variable_change where process_instance_key = 9300;
                insert into history.variable_change (process_instance_key, position, scope_key, name, value, changed_at) values
                  (9300, 1, 9300, 'other', '7', '2026-03-02T12:01:00Z'), (9300, 2, 9302, 'total', '12', '2026-03-02T12:01:00Z'),
                  (9300, 3, 9300, 'total', '42', '2026-03-02T12:01:01Z'), (9300, 4, 9300, 'total', '99', '2026-03-02T12:05:00Z')""").param("model", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
                <bpmn:process id="sum-up" name="Sum up" isExecutable="true"><bpmn:scriptTask id="sum" name="Sum"><bpmn:extensionElements><zeebe:script expression="=1" resultVariable="total"/></bpmn:extensionElements></bpmn:scriptTask></bpmn:process>
                <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="sum-up"><bpmndi:BPMNShape id="s" bpmnElement="sum"><dc:Bounds x="200" y="100" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>""").update();
    }

    @Test
    void theValueOfThatTimeAndNoOther() {
        anExpressionAndWhatCameLater();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port())) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/instances/9300");
            page.locator("[data-element-id=sum] .djs-hit").first().click(new Locator.ClickOptions().setForce(true));
            Locator outputs = page.locator(".element-pane .sec")
                    .filter(new Locator.FilterOptions().setHas(page.getByText("Outputs")));
            PlaywrightAssertions.assertThat(outputs.locator(".vars > li")).hasCount(1);
            PlaywrightAssertions.assertThat(outputs).containsText("total");
            PlaywrightAssertions.assertThat(outputs).containsText("42");
            assertThat(look.axe()).isEmpty();
            look.picture("outputs");
        }
    }

    @Test
    void programsKeepFiltersAndAddressesThatAreNoneAreRefused() {
        String one = "/api/v1/instance-filters/late%20ones";
        assertThat(http().put(one, "{\"address\": \"state=incident&process=sum-up\"}", JSON)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/instance-filters")
                        .path("items")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("late ones");
        assertThat(http().put(one, "{\"address\": \"state=sleepy\"}", JSON).statusCode())
                .isEqualTo(400);
        assertThat(http().put(one, "{\"address\": \"\"}", JSON).statusCode()).isEqualTo(400);
        assertThat(http().delete(one, CLI).statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/instance-filters").path("items")).isEmpty();
    }

    private static final String[] JSON = {CLI[0], CLI[1], "Content-Type", "application/json"};
}
