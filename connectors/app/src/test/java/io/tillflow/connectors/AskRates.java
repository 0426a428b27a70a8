package io.tillflow.connectors;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;

/** A process that calls a REST API with a secret in every field that takes one. */
final class AskRates {
    private AskRates() {}

    static BpmnModelInstance process() {
        return Bpmn.createExecutableProcess("ask-rates")
                .startEvent()
                .serviceTask("ask")
                .zeebeJobType("http.request")
                .zeebeJobRetries("1")
                .zeebeInput("GET", "method")
                .zeebeInputExpression("url", "url")
                .zeebeInputExpression("asked", "query")
                .zeebeInputExpression("auth", "authentication")
                .zeebeInput("{{secrets.CANARY}}", "user")
                .zeebeInput("{{secrets.CANARY}}", "password")
                .zeebeInput("{{secrets.CANARY}}", "token")
                .zeebeInput("X-Key", "apiKeyHeader")
                .zeebeInput("{{secrets.CANARY}}", "apiKey")
                .zeebeInputExpression("tokenUrl", "tokenUrl")
                .zeebeInput("{{secrets.CANARY}}", "clientId")
                .zeebeInput("{{secrets.CANARY}}", "clientSecret")
                .zeebeInputExpression("{\"X-Canary\": \"{{secrets.CANARY}}\"}", "headers")
                .zeebeTaskHeader("resultExpression", "={answer: response.body}")
                .endEvent()
                .done();
    }

    /** @param query what the step asks for beside its address; anything but a context is wrong */
    static long begin(int port, String path, String authentication, Object query) {
        String server = "http://127.0.0.1:" + port;
        return RunningBroker.client()
                .newCreateInstanceCommand()
                .bpmnProcessId("ask-rates")
                .latestVersion()
                .variables(Map.of(
                        "url", server + path, "auth", authentication, "tokenUrl", server + "/token", "asked", query))
                .send()
                .join()
                .getProcessInstanceKey();
    }
}
