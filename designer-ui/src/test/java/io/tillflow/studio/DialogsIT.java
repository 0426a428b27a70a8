package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Dialogs by the keyboard: Enter opens one, the focus begins in it and stays in it, Escape closes it and the focus is back where it
 * was; axe finds nothing in it, light on a desk and dark on a phone.
 */
class DialogsIT extends HistoryStudio {

    /**
     * A dialog and the way there.
     *
     * @param before what is clicked first
     */
    record Way(String path, List<String> before, String opener) {
        static Way to(String path, String word) {
            return new Way(path, List.of(), "main button:has-text(\"" + word + "\")");
        }

        @Override
        public String toString() {
            return path + " " + opener;
        }
    }

    private static final String VARIANT = "/shop/products/" + FakeShop.SKU;
    private static final String ORDER = "/shop/orders/5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0002";

    private static final List<Way> WAYS = List.of(
            Way.to("/instances", "For all matching"),
            Way.to("/instances?state=completed", "For all matching"),
            new Way("/instances", List.of(), "main button.add"),
            Way.to("/instances?process=order-fulfilment", "Save this filter"),
            Way.to("/instances/900", "Migrate…"),
            Way.to("/instances/900", "Set variables and retry…"),
            new Way("/instances/900", List.of("[role=tab]:has-text(\"Variables\")"), ".pane li button"),
            Way.to("/instances/900", "Cancel…"),
            Way.to("/instances/500", "Delete…"),
            new Way("/instances", List.of("main input[type=checkbox]"), ".bulk button.risk"),
            Way.to("/tasks/120", "Assign"),
            Way.to("/processes/order-fulfilment?metric=cost", "Prices…"),
            Way.to("/alerts", "New rule"),
            Way.to("/alerts", "Change"),
            Way.to("/models", "New model"),
            Way.to("/models/MODEL", "Save version"),
            Way.to("/models/MODEL", "Deploy"),
            new Way("/models/MODEL", List.of(), "main button[aria-label='Versions']"),
            new Way(
                    "/models/MODEL",
                    List.of("main button[aria-label='Versions']"),
                    "vaadin-dialog button:has-text(\"Roll back\")"),
            new Way("/models/order-fulfilment", List.of(), "main button[aria-label='Delete model']"),
            new Way("/models/MODEL", List.of(), "main button[aria-label='Delete model']"),
            Way.to("/library", "Use this"),
            Way.to("/automations/return-request", "Limits…"),
            Way.to("/automations/return-request", "Change…"),
            Way.to("/automations/schedules", "New schedule"),
            Way.to("/automations/schedules/weekly-report", "Change"),
            Way.to("/automations/schedules/weekly-report", "Delete"),
            Way.to("/automations/patterns", "New pattern"),
            Way.to("/automations/webhooks", "New webhook"),
            Way.to("/automations/webhooks/contact-form", "Try it"),
            Way.to("/settings/users", "Add person"),
            Way.to("/settings/users", "Reset password"),
            Way.to("/settings/tokens", "New token"),
            Way.to("/settings/tokens", "Revoke…"),
            Way.to("/connectors", "Stop everything going out…"),
            Way.to("/connectors", "Send a test letter…"),
            Way.to("/connectors/secrets", "New secret"),
            Way.to("/connectors/secrets", "Replace…"),
            Way.to("/connectors/ai", "Try a question…"),
            Way.to("/connectors/letters", "Add an address…"),
            Way.to("/connectors/letters", "Write again"),
            Way.to("/connectors/exports", "Export now"),
            Way.to("/shop/promotions", "New promotion"),
            Way.to(VARIANT, "Set price"),
            Way.to(VARIANT, "Correct count"),
            Way.to(VARIANT, "Book goods in"),
            Way.to(VARIANT, "Nothing comes of it"),
            Way.to(VARIANT, "Move to another location"),
            Way.to(VARIANT, "Arrived"),
            Way.to("/shop/settings", "Add a location"),
            Way.to("/shop/settings", "Bring a logo"),
            Way.to(ORDER, "Refund"),
            Way.to(ORDER, "Change"));

    @LocalServerPort
    private int port;

    private final List<PageLook> open = new ArrayList<>();

    @BeforeEach
    void somethingToActOn() throws IOException {
        jdbc.sql(text("/every-page.sql"))
                .param("order", text("/models/orders/order-fulfilment.bpmn"))
                .update();
        token("VIEWER");
        jdbc.sql("""
                        insert into studio.model_version (model_id, version, source, comment, author, created_at)
                        select model_id, 2, source, 'again', 'mara', now() from studio.model_version
                         where version = 1 and model_id = (select min(id) from studio.model where kind = 'BPMN')
                        on conflict do nothing""").update();
    }

    @AfterEach
    void close() {
        open.forEach(PageLook::close);
        jdbc.sql("truncate studio.alert_rule, studio.alert, studio.alert_told").update();
    }

    @TestFactory
    Stream<DynamicTest> eachIsLeftAsItWasEntered() {
        PageLook look = new PageLook("http://127.0.0.1:" + port);
        open.add(look);
        look.signIn("admin", "correct-horse");
        String only = System.getProperty("dialogs.only", "");
        return WAYS.stream()
                .filter(it -> it.toString().contains(only))
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> check(look, it)));
    }

    private void check(PageLook look, Way way) {
        String model = jdbc.sql("select min(id) from studio.model where kind = 'BPMN'")
                .query(String.class)
                .single();
        look.open(way.path().replace("MODEL", model));
        assertThat(look.dialog(way.toString(), way.before(), way.opener())).isEmpty();
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(DialogsIT.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
