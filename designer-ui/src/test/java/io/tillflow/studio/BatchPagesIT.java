package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people read of batches: how many came to which result, and every instance's. */
class BatchPagesIT extends HistoryStudio {

    @LocalServerPort
    private int port;

    @BeforeEach
    void oneThatWasCancelledInItsMiddle() {
        jdbc.sql("""
                insert into studio.repair_batch (kind, asked, filter, actor, state, total, ordered_at, ended_at)
                  values ('RETRY', '{}', 'state=incident', 'admin', 'CANCELLED', 450, now() - interval '1 hour', now());
                insert into studio.repair_batch_item (batch_id, instance_key, state, detail, done_at)
                  select (select max(id) from studio.repair_batch), 10000 + n,
                         case when n <= 300 then 'DONE' when n <= 305 then 'REFUSED' else 'CANCELLED' end,
                         case when n <= 300 then 'set, 2 retried' when n <= 305 then 'no' end, now()
                    from generate_series(1, 450) n""").update();
    }

    @Test
    void movesFromStepToStepByTheirNames() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                  values (88020, 'order', 1, 'order.bpmn', :model, 'a', 'ACTIVE', now())""").param("model", """
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="order" isExecutable="true">
                        <bpmn:userTask id="review" name="Review it"/><bpmn:serviceTask id="pay" name="Take payment"/></bpmn:process></bpmn:definitions>""").update();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            look.signIn("admin", "correct-horse");
            look.open("/instances?process=order&state=open");
            Page page = look.page();
            page.locator("main button:has-text('For all matching')").click();
            choose(page, "What", "Move tokens");
            choose(page, "From step", "Review it");
            choose(page, "To step", "Take payment");
            look.picture("move");
            page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
            page.waitForURL(url -> url.matches(".*/instances/batches/\\d+"));
        }
        assertThat(jdbc.sql(
                                "select asked ->> 'from' || ' ' || (asked ->> 'to') from studio.repair_batch order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("review pay");
    }

    private static void choose(Page page, String label, String item) {
        page.locator("vaadin-dialog vaadin-select:has(label:text-is('" + label + "'))")
                .click();
        page.locator("vaadin-select-item:has-text('" + item + "'):visible")
                .first()
                .click();
    }

    @Test
    void saysHowManyCameToWhichResultAndListsAllOfThem() {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            look.signIn("admin", "correct-horse");
            look.open("/instances/batches");
            Page page = look.page();
            Locator row = page.locator(".batches tbody tr").first();
            assertThat(row.innerText())
                    .contains("300 done, 5 refused, 145 cancelled")
                    .doesNotContain("450 of");
            assertThat(row.locator("[role=progressbar]").getAttribute("aria-valuenow"))
                    .isEqualTo("305");
            look.picture("list");
            row.locator("a").first().click();
            page.waitForURL(url -> url.matches(".*/instances/batches/\\d+"));
            Locator lines = page.locator(".batches tbody tr");
            lines.first().waitFor();
            assertThat(page.locator(".batch-head").innerText()).contains("450: 300 done");
            assertThat(lines.count()).isEqualTo(200);
            assertThat(lines.first().innerText()).contains("set, 2 retried");
            Locator more = page.locator("button:has-text('Show more')");
            more.click();
            lines.nth(399).waitFor();
            more.click();
            lines.nth(449).waitFor();
            assertThat(more.isVisible()).isFalse();
            page.locator("[role=tab]:has-text('Refused')").click();
            page.waitForFunction("() => document.querySelectorAll('.batches tbody tr').length === 5");
        }
    }
}
