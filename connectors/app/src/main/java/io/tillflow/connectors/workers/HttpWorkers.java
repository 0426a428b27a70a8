package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.ElementInstanceKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.ProcessInstanceKey;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.catalogue.Header;
import io.tillflow.connectors.http.HttpConnector;
import io.tillflow.connectors.http.HttpResult;
import io.tillflow.processes.HttpCall;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.OfferedJobType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Any REST API's part of the processes. */
@Component
public class HttpWorkers {
    private static final String RESULT = "resultExpression";

    private final HttpConnector http;

    HttpWorkers(HttpConnector http) {
        this.http = http;
    }

    @Action(
            name = "Call a REST API",
            help = "Sends a request to an allowed host and keeps what you choose of its answer.",
            effect = Effect.KEYED,
            headers =
                    @Header(
                            key = RESULT,
                            label = "Result",
                            help =
                                    "FEEL context of the variables to keep, made of response.status, response.headers and response.body,"
                                            + " for instance ={rate: response.body.rates[1].price}.",
                            value = "={status: response.status}"),
            errors = {
                OfferedErrorCode.HTTP_NOT_FOUND,
                OfferedErrorCode.HTTP_UNAUTHORISED,
                OfferedErrorCode.HTTP_REFUSED,
                OfferedErrorCode.HTTP_NO_JSON
            })
    @JobWorker(type = OfferedJobType.HTTP_REQUEST)
    public Map<String, @Nullable Object> request(
            @VariablesAsType HttpCall call,
            @CustomHeaders Map<String, String> headers,
            @ProcessInstanceKey long instance,
            @ElementInstanceKey long element) {
        String key = Objects.requireNonNullElse(call.effectKey(), instance + "/" + element + "/1");
        return switch (http.call(call, key, headers.getOrDefault(RESULT, ""), "instance " + instance)) {
            case HttpResult.Done done -> done.variables();
            case HttpResult.Refused refused -> throw bpmnError(code(refused.kind()), refused.reason());
        };
    }

    private static String code(HttpResult.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> OfferedErrorCode.HTTP_NOT_FOUND;
            case UNAUTHORISED -> OfferedErrorCode.HTTP_UNAUTHORISED;
            case OTHER -> OfferedErrorCode.HTTP_REFUSED;
            case NO_JSON -> OfferedErrorCode.HTTP_NO_JSON;
        };
    }
}
