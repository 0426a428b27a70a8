package io.tillflow.storefront.outbox;

import io.tillflow.plumbing.Calls;
import io.tillflow.storefront.ShopSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/** The other end of the outbox. */
@Component
class Intake {
    private final RestClient client;
    private final JsonMapper json;

    Intake(ShopSettings settings, JsonMapper json) {
        this.client = RestClient.builder()
                .requestFactory(Calls.within(Duration.ofSeconds(1), settings.intakeTimeout()))
                .baseUrl(settings.connectorsUrl().toString())
                .defaultHeaders(h -> h.setBearerAuth(settings.serviceToken()))
                .build();
        this.json = json;
    }

    /** What the intake said to a batch. */
    sealed interface Answer {
        record Taken() implements Answer {}

        /** It will never take this batch as it is. */
        record Refused(String why) implements Answer {}

        /** It may take it later. */
        record Away(String why) implements Answer {}
    }

    Answer push(List<OutboxEvent> events) {
        try {
            client.post()
                    .uri("/api/v1/intake/events")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(events))
                    .retrieve()
                    .toBodilessEntity();
            return new Answer.Taken();
        } catch (RestClientResponseException e) {
            int status = e.getStatusCode().value();
            String why = status + " " + e.getResponseBodyAsString();
            boolean refused = status == 400 || status == 413 || status == 415 || status == 422;
            return refused ? new Answer.Refused(why) : new Answer.Away(why);
        } catch (RestClientException e) {
            return new Answer.Away(String.valueOf(e.getMessage()));
        }
    }
}
