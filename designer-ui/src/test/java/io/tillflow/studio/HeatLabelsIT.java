package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The figures over a diagram that every step of a large model has one for. */
class HeatLabelsIT extends HistoryStudio {

    private static final String BOXES =
            "all => all.map(it => it.getBoundingClientRect()).filter(it => it.width > 0).map(it => [it.left, it.top, it.right, it.bottom])";

    @LocalServerPort
    private int port;

    /** Its ids are its own: models and measures are kept by the key of a version. */
    @BeforeEach
    void everyStepWasPassed() throws IOException {
        String model;
        try (InputStream file = Objects.requireNonNull(
                HeatLabelsIT.class.getResourceAsStream("/models/orders/order-fulfilment.bpmn"))) {
            model = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                  values (88010, 'order-fulfilment', 1, 'order-fulfilment.bpmn', :model, 'a', 'ACTIVE', now());
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at, ended_at)
                  values (88100, 88010, 'order-fulfilment', 1, 'COMPLETED', now() - interval '3 hours', now());
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at, ended_at)
                  select 88100 + row_number() over (), 88100, 88010, step[1], 'TASK', 88100, 'COMPLETED', now() - interval '3 hours', now() - interval '2 hours'
                    from regexp_matches(:model, '<bpmn:\\w*(?:Event|Task|Gateway|subProcess|callActivity) id="([^"]+)"', 'g') step;
                insert into history.sequence_flow (process_instance_key, position, element_id, taken_at)
                  select 88100, row_number() over (), flow[1], now() from regexp_matches(:model, '<bpmn:sequenceFlow id="([^"]+)"', 'g') flow""").param("model", model).update();
    }

    @Test
    void coverNoOtherHoweverSmallItIsShown() {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            look.signIn("admin", "correct-horse");
            look.open("/processes/order-fulfilment?version=1&metric=frequency");
            Page page = look.page();
            page.locator("tf-heat-view[data-ready]").waitFor();
            apart(page);
            look.picture("desk");
            page.setViewportSize(390, 844);
            page.waitForFunction("() => document.querySelector('.tf-canvas').clientWidth < 400");
            page.evaluate("() => window.pageLook.quiet(75)");
            int small = apart(page);
            look.picture("phone");
            assertThat(small).isPositive();
            page.locator(".pane td button").last().click();
            page.waitForFunction("before => document.querySelectorAll('.ov').length > before", small);
            apart(page);
            look.picture("phone-near");
            assertThat(page.locator(".zoom-now").innerText()).isEqualTo("80 %");
        }
    }

    private static int apart(Page page) {
        List<?> boxes = (List<?>) page.locator(".djs-overlay .ov").evaluateAll(BOXES);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap((List<?>) boxes.get(i), (List<?>) boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
        return boxes.size();
    }

    private static boolean overlap(List<?> one, List<?> other) {
        return number(one, 0) < number(other, 2)
                && number(other, 0) < number(one, 2)
                && number(one, 1) < number(other, 3)
                && number(other, 1) < number(one, 3);
    }

    private static double number(List<?> box, int at) {
        return ((Number) box.get(at)).doubleValue();
    }
}
