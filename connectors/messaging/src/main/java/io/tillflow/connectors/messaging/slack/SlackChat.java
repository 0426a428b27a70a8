package io.tillflow.connectors.messaging.slack;

import io.tillflow.connectors.messaging.Hand;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Messenger;
import io.tillflow.connectors.messaging.ShortMessage;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.NotSetUp;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** A chat behind an incoming webhook as Slack has them; the webhook's address is the secret itself. */
public final class SlackChat implements Messenger {
    private static final Logger log = LoggerFactory.getLogger(SlackChat.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final int LONGEST_WORD = 60;

    private final RestClient http;
    private final URI endpoint;
    private final UnaryOperator<String> secrets;
    private final Clock clock;

    /**
     * @param endpoint where every webhook must lie, so that a chat is no way to call anything else
     * @param secrets replaces placeholders by their secrets
     */
    public SlackChat(URI endpoint, UnaryOperator<String> secrets, Duration timeout, Clock clock) {
        this.endpoint = endpoint;
        this.secrets = secrets;
        this.http = Hand.client(timeout);
        this.clock = clock;
    }

    @Override
    public Handover send(ShortMessage message) {
        URI webhook = webhook(address(message.to()));
        try {
            return Objects.requireNonNull(http.post()
                    .uri(webhook)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(JSON.writeValueAsString(Map.of("text", message.text()))
                            .getBytes(StandardCharsets.UTF_8))
                    .exchange((sent, answer) -> read(answer)));
        } catch (ResourceAccessException e) {
            throw Hand.noAnswer("the chat", e);
        }
    }

    /** Where secrets cannot be read now, nothing left and later it may. */
    private String address(String to) {
        try {
            return secrets.apply(to).strip();
        } catch (NotSetUp | ProviderUnavailable known) {
            throw known;
        } catch (RuntimeException unreadable) {
            throw new ProviderUnavailable("the secret with the chat's address cannot be read now", unreadable);
        }
    }

    /** The address is the secret, so no message holds it. */
    private URI webhook(String address) {
        NotSetUp another = new NotSetUp("expected the address of a webhook under " + endpoint
                + "/, but it is another: correct the secret, or the setting TILLFLOW_CHAT_ENDPOINT");
        if (!address.startsWith(endpoint + "/")) {
            throw another;
        }
        try {
            return new URI(address);
        } catch (URISyntaxException unreadable) {
            throw another;
        }
    }

    private Handover read(ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        if (status == 429) {
            Duration wanted = RetryAfter.of(answer.getHeaders().getFirst("Retry-After"), clock);
            throw new HeldBack("the chat has too much to do (429)", Objects.requireNonNullElse(wanted, BUSY));
        }
        if (status >= 500) {
            throw new OutcomeUnknown("expected the chat to take the message or not, but it said " + status);
        }
        return status < 300 ? new Handover.Accepted() : new Handover.Refused(reason(status, answer));
    }

    /** Slack says it in one word: no_service, channel_is_archived, invalid_payload. That it refused is certain without. */
    private static String reason(int status, ClientHttpResponse answer) {
        String word = "";
        try {
            word = new String(answer.getBody().readNBytes(LONGEST_WORD), StandardCharsets.UTF_8).strip();
        } catch (IOException brokenOff) {
            log.debug("the chat refused with {} and did not say why", status, brokenOff);
        }
        return "the chat will not take it: " + status + (word.matches("[a-z_]+") ? " " + word : "");
    }

    @Override
    public Optional<Boolean> received(String messageId) {
        return Optional.empty();
    }
}
