package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Before a deployment the dialog says what becomes of running instances, and offers to take along those that can go on in the new version. */
class TakenAlongIT extends HistoryStudio {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(90_000);

    private static String model(String more) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
                 id="definitions" targetNamespace="http://tillflow.io/test"><bpmn:process id="order" name="Order" isExecutable="true">
                <bpmn:startEvent id="placed"/><bpmn:userTask id="review" name="Review"/>
                <bpmn:serviceTask id="pay" name="Take payment"><bpmn:extensionElements><zeebe:taskDefinition type="payments.take"/></bpmn:extensionElements></bpmn:serviceTask>
                <bpmn:endEvent id="done"/>%s
                <bpmn:sequenceFlow id="a" sourceRef="placed" targetRef="review"/><bpmn:sequenceFlow id="b" sourceRef="review" targetRef="pay"/>
                <bpmn:sequenceFlow id="c" sourceRef="pay" targetRef="done"/></bpmn:process></bpmn:definitions>""".formatted(more);
    }

    private static final String LATE = """
            <bpmn:boundaryEvent id="late" name="Late" attachedToRef="pay"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:endEvent id="gone"/><bpmn:sequenceFlow id="d" sourceRef="late" targetRef="gone"/>""";

    /** Under a key of its own: what a version says never changes. */
    private void deployed(long key, String source) {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                values (:key, 'order', 1, 'order.bpmn', :source, 'a', 'ACTIVE', now())""").param("key", key).param("source", source).update();
        jdbc.sql("update history.process_instance set process_definition_key = :key")
                .param("key", key)
                .update();
    }

    private void saved(String source) {
        byte[] zip = zip(source);
        read(http().post("/api/v1/project", "application/zip", zip, CLI), 200);
    }

    private static byte[] zip(String source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("order.bpmn"));
            zip.write(source.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void someCanAndTheReasonOfTheOthersIsSaid() {
        deployed(71_001, model(""));
        saved(model(LATE));
        try (PageLook look = new PageLook("http://127.0.0.1:" + port())) {
            Locator dialog = open(look);
            PlaywrightAssertions.assertThat(dialog).containsText("2 running instances keep version 1", PATIENTLY);
            PlaywrightAssertions.assertThat(dialog).containsText("1 of 2 looked at can go on in the new version");
            PlaywrightAssertions.assertThat(dialog).containsText("\"Late\" is attached to it in the target");
            PlaywrightAssertions.assertThat(dialog).containsText("Take along those that can");
            assertThat(look.axe()).isEmpty();
            look.picture("along");
        }
    }

    @Test
    void noneCanWhereTheEngineTakesNoneAlong() {
        deployed(
                71_002,
                model(
                        "<bpmn:subProcess id='stop' name='Stopped' triggeredByEvent='true'><bpmn:startEvent id='told'/></bpmn:subProcess>"));
        saved(model(""));
        try (PageLook look = new PageLook("http://127.0.0.1:" + port())) {
            Locator dialog = open(look);
            PlaywrightAssertions.assertThat(dialog).containsText("None of 2 looked at can go on", PATIENTLY);
            PlaywrightAssertions.assertThat(dialog).containsText("\"Stopped\" in this version is an event sub-process");
            PlaywrightAssertions.assertThat(dialog).not().containsText("Take along");
        }
    }

    /** The engine subscribes anew before it lets go of what it listened to, and refuses what it listens to already. */
    @Test
    void noneCanWhereTheSameMessageIsListenedToBeforeAndAfter() {
        String told = """
                <bpmn:boundaryEvent id="told" attachedToRef="%s"><bpmn:messageEventDefinition id="m" messageRef="msg"/></bpmn:boundaryEvent>
                <bpmn:endEvent id="%s"/><bpmn:sequenceFlow id="d" sourceRef="told" targetRef="%s"/>""";
        deployed(71_003, listening(told.formatted("review", "x", "x")));
        saved(listening(told.formatted("review", "y", "y")));
        try (PageLook look = new PageLook("http://127.0.0.1:" + port())) {
            Locator dialog = open(look);
            PlaywrightAssertions.assertThat(dialog).containsText("1 of 2 looked at can go on", PATIENTLY);
            PlaywrightAssertions.assertThat(dialog)
                    .containsText("\"Review\" listens to the message captured in both versions");
        }
    }

    private static String listening(String more) {
        return model(more)
                .replace(
                        "</bpmn:definitions>",
                        "<bpmn:message id=\"msg\" name=\"captured\"><bpmn:extensionElements><zeebe:subscription correlationKey=\"=order.id\"/></bpmn:extensionElements></bpmn:message></bpmn:definitions>");
    }

    private static Locator open(PageLook look) {
        Page page = look.page();
        look.signIn("admin", "correct-horse");
        look.open("/models/order");
        page.locator("tf-bpmn-editor button").first().waitFor();
        page.locator(".ver .btn.pri").click();
        return page.locator(".deploy-body");
    }
}
