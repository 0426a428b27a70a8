package io.tillflow.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HistoryIT {

    @Test
    void storesAnInstanceAndItsJob() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                TestBroker broker = TestBroker.start(database.access());
                CamundaClient client = broker.client()) {
            client.newDeployResourceCommand()
                    .addProcessModel(
                            Bpmn.createExecutableProcess("order")
                                    .startEvent()
                                    .serviceTask("charge", t -> t.zeebeJobType("charge"))
                                    .endEvent()
                                    .done(),
                            "order.bpmn")
                    .send()
                    .join();
            client.newCreateInstanceCommand()
                    .bpmnProcessId("order")
                    .latestVersion()
                    .variables(Map.of("businessKey", "A1"))
                    .send()
                    .join();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> database.count("job", "true") == 1);
            assertThat(database.count("process_instance", "business_key = 'A1'"))
                    .isEqualTo(1);
        }
    }
}
