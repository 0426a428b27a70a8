package io.tillflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.client.ZeebeClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxEngineTest {
    private static final Duration REST = Duration.ofMinutes(1);
    private static final String TWO_DAYS = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
              <bpmn:process id="two-days" isExecutable="true">
                <bpmn:startEvent id="started"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="a" sourceRef="started" targetRef="waited" />
                <bpmn:intermediateCatchEvent id="waited">
                  <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
                  <bpmn:timerEventDefinition><bpmn:timeDuration>PT48H</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="b" sourceRef="waited" targetRef="ended" />
                <bpmn:endEvent id="ended"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Test
    void itsClockObeysAndItsLogTells() {
        try (SandboxEngine engine = SandboxEngine.start();
                ZeebeClient client = client(engine)) {
            client.newDeployResourceCommand()
                    .addResourceBytes(TWO_DAYS.getBytes(StandardCharsets.UTF_8), "two-days.bpmn")
                    .send()
                    .join();
            client.newCreateInstanceCommand()
                    .bpmnProcessId("two-days")
                    .latestVersion()
                    .send()
                    .join();
            Instant held = engine.holdClock();
            engine.increaseTime(Duration.ofHours(47));
            engine.awaitIdle(REST);
            assertThat(completed(engine.records(0))).doesNotContain("ended");

            long before = engine.records(0).getLast().position();
            engine.increaseTime(Duration.ofHours(1));
            engine.awaitIdle(REST);
            assertThat(engine.holdClock()).isEqualTo(held.plus(Duration.ofDays(2)));
            assertThat(completed(engine.records(before))).containsExactly("waited", "ended", "two-days");
        }
    }

    @Test
    void completesTheEnginesOwnUserTasks() {
        String asked = TWO_DAYS.replace("two-days", "asked")
                .replace("xmlns:bpmn=", "xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" xmlns:bpmn=")
                .replaceAll(
                        "(?s)<bpmn:intermediateCatchEvent.*</bpmn:intermediateCatchEvent>",
                        "<bpmn:userTask id=\"waited\"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements>"
                                + "<bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask>");
        try (SandboxEngine engine = SandboxEngine.start();
                ZeebeClient client = client(engine)) {
            client.newDeployResourceCommand()
                    .addResourceBytes(asked.getBytes(StandardCharsets.UTF_8), "asked.bpmn")
                    .send()
                    .join();
            client.newCreateInstanceCommand()
                    .bpmnProcessId("asked")
                    .latestVersion()
                    .send()
                    .join();
            engine.awaitIdle(REST);
            SandboxRecord task = engine.records(0).stream()
                    .filter(it ->
                            it.valueType().equals("USER_TASK") && it.intent().equals("CREATED"))
                    .findFirst()
                    .orElseThrow();
            engine.completeUserTask(task.key(), "{\"answer\": \"two words\"}");
            engine.completeUserTask(task.key(), "{}");
            engine.awaitIdle(REST);
            assertThat(completed(engine.records(0))).containsExactly("started", "waited", "ended", "asked");
            assertThat(engine.records(0))
                    .filteredOn(it -> it.valueType().equals("VARIABLE"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.value()).contains("answer", "two words"));
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        try (SandboxEngine engine = SandboxEngine.start()) {
            int port = engine.gatewayAddress().getPort();
            assertThat(accepts(InetAddress.getLoopbackAddress(), port)).isTrue();
            for (InetAddress address : otherAddresses()) {
                assertThat(accepts(address, port)).as("listens on %s", address).isFalse();
            }
        }
    }

    @Test
    void saysWhenItIsGone() {
        SandboxEngine engine = SandboxEngine.start();
        engine.close();
        engine.close();
        assertThatThrownBy(() -> engine.increaseTime(Duration.ofDays(1)))
                .isInstanceOf(SandboxFailed.class)
                .hasMessageStartingWith("the sandbox engine is gone");
    }

    private static ZeebeClient client(SandboxEngine engine) {
        return ZeebeClient.newClientBuilder()
                .grpcAddress(engine.gatewayAddress())
                .usePlaintext()
                .defaultRequestTimeout(REST)
                .build();
    }

    private static List<String> completed(List<SandboxRecord> records) {
        return records.stream()
                .filter(record -> record.valueType().equals("PROCESS_INSTANCE"))
                .filter(record -> record.intent().equals("ELEMENT_COMPLETED"))
                .map(record -> record.value().replaceAll(".*\"elementId\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    static boolean accepts(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }
}
