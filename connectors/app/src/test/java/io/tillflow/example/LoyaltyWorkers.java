package io.tillflow.example;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.guard.ProviderGuard;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.processes.Field;
import java.net.URI;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Asks a loyalty service how many points a customer has. */
@Component
public class LoyaltyWorkers {
    static final String ASK_POINTS = "loyalty.ask-points";

    private final URI url;
    private final RestClient service;
    private final ProviderGuard guard;
    private final Secrets secrets;

    LoyaltyWorkers(@Value("${tillflow.loyalty.url}") URI url, ProviderGuards guards, Secrets secrets) {
        this.url = url;
        this.service = RestClient.create(url.toString());
        this.guard = guards.of("loyalty", "rest");
        this.secrets = secrets;
    }

    /** What the step must bring along. */
    public record AskPoints(
            @Field(label = "Customer", from = "=order.customerId")
            String customerId) {}

    /** What it answers. */
    public record Points(@Field(label = "Points") long points) {}

    @Action(
            name = "Ask points",
            help = "How many points a customer has.",
            effect = Effect.READS,
            errors = "CUSTOMER_UNKNOWN")
    @JobWorker(type = ASK_POINTS)
    public Points askPoints(@VariablesAsType AskPoints job) {
        return guard.call(() -> ask(job.customerId()));
    }

    private Points ask(String customer) {
        if (url.toString().isBlank()) {
            throw new IllegalStateException(
                    "expected the address of the loyalty service, but there is none: set TILLFLOW_LOYALTY_URL");
        }
        String key = secrets.value(new SecretName("LOYALTY_KEY"), "loyalty");
        try {
            return Objects.requireNonNull(service.get()
                    .uri("/customers/{id}/points", customer)
                    .header("Authorization", "Bearer " + key)
                    .retrieve()
                    .body(Points.class));
        } catch (HttpClientErrorException.NotFound e) {
            throw bpmnError("CUSTOMER_UNKNOWN", "the loyalty service knows no customer " + customer);
        } catch (HttpServerErrorException | ResourceAccessException e) {
            throw new ProviderUnavailable("expected the loyalty service to answer, but it did not", e);
        }
    }
}
