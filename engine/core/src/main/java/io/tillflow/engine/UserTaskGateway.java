package io.tillflow.engine;

import io.camunda.client.CredentialsProvider;
import io.tillflow.engine.Rejected.Why;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Completes Zeebe's own user tasks, which can be done over REST only: on 8.5 under {@code /v1}, from 8.6 on under {@code /v2}. */
public final class UserTaskGateway {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIRST_VERSION_WITH_IT = "8.5";

    private final HttpClient http;
    private final BrokerSettings settings;
    private final CredentialsProvider credentials;
    private final Supplier<String> version;

    /** @param version of the gateway, asked for when it is first needed */
    public UserTaskGateway(BrokerSettings settings, Supplier<String> version) {
        this.settings = settings;
        this.version = version;
        this.credentials = Credentials.of(settings.oauth());
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /** Completes a user task; variables are a JSON object. */
    public void complete(long key, String variables) {
        String api = version.get().startsWith(FIRST_VERSION_WITH_IT) ? "/v1" : "/v2";
        URI address = URI.create(settings.gatewayRest() + api + "/user-tasks/" + key + "/completion");
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"variables\":" + variables + "}"));
        try {
            credentials.applyCredentials(request::header);
            refuse(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private static void refuse(HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case 200, 202, 204 -> {
                // done
            }
            case 404 -> throw new Rejected(Why.NOT_FOUND, reason(answer), null);
            case 409 -> throw new Rejected(Why.WRONG_STATE, reason(answer), null);
            case 400 -> throw new Rejected(Why.INVALID, reason(answer), null);
            case 401, 403 -> throw new Rejected(Why.FORBIDDEN, reason(answer), null);
            default -> throw unavailable(new IOException("the gateway answered " + answer.statusCode()));
        }
    }

    private static String reason(HttpResponse<String> answer) {
        String plain = "the gateway answered " + answer.statusCode();
        try {
            return JSON.readTree(answer.body()).path("detail").asString(plain);
        } catch (JacksonException noJson) {
            return plain;
        }
    }

    private static BrokerUnavailable unavailable(Exception cause) {
        return new BrokerUnavailable(
                "The process engine does not answer over REST. What was asked may or may not have happened: look before you repeat it.",
                cause);
    }
}
