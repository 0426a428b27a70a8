package io.tillflow.connectors.messaging.twilio;

import io.tillflow.connectors.messaging.Hand;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Messenger;
import io.tillflow.connectors.messaging.ShortMessage;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** SMS by Twilio's Messages API; it knows no idempotency key, so a call without an answer is in doubt. */
public final class TwilioSms implements Messenger {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final RestClient http;
    private final URI endpoint;
    private final Supplier<Account> account;
    private final Clock clock;

    /** Who sends, and by which number. */
    public record Account(String sid, String token, String from) {
        /** Its token belongs into no log. */
        @Override
        public String toString() {
            return "Account[" + sid + "]";
        }
    }

    /**
     * @param account asked for each message, so that a new token works at once
     */
    public TwilioSms(URI endpoint, Supplier<Account> account, Duration timeout, Clock clock) {
        this.endpoint = endpoint;
        this.account = account;
        this.http = Hand.client(timeout);
        this.clock = clock;
    }

    @Override
    public Handover send(ShortMessage message) {
        Account sender = account.get();
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("To", message.to());
        form.add("From", sender.from());
        form.add("Body", message.text());
        try {
            return Objects.requireNonNull(http.post()
                    .uri(endpoint + "/2010-04-01/Accounts/{sid}/Messages.json", sender.sid())
                    .headers(headers -> headers.setBasicAuth(sender.sid(), sender.token()))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchange((sent, answer) -> read(answer)));
        } catch (ResourceAccessException e) {
            throw Hand.noAnswer("Twilio", e);
        }
    }

    private Handover read(ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        if (status == 429) {
            Duration wanted = RetryAfter.of(answer.getHeaders().getFirst("Retry-After"), clock);
            throw new HeldBack("Twilio has too much to do (429)", Objects.requireNonNullElse(wanted, BUSY));
        }
        if (status == 401 || status == 403) {
            throw new IllegalStateException("expected Twilio to know our account, but it said " + status
                    + ": set the secrets TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to ones that are valid");
        }
        if (status >= 500) {
            throw new OutcomeUnknown("expected Twilio to take the message or not, but it said " + status);
        }
        return status < 300 ? new Handover.Accepted() : new Handover.Refused(reason(status, answer));
    }

    /** By Twilio's code: its words may repeat the number. That it refused is certain, whatever comes of its words. */
    private static String reason(int status, ClientHttpResponse answer) {
        try {
            int code =
                    JSON.readTree(answer.getBody().readAllBytes()).path("code").asInt(0);
            return "Twilio will not take it: error " + (code == 0 ? status : code)
                    + (code == 0 ? "" : ", see https://www.twilio.com/docs/api/errors/" + code);
        } catch (JacksonException | IOException unreadable) {
            return "Twilio will not take it: it said " + status;
        }
    }

    @Override
    public Optional<Boolean> received(String messageId) {
        return Optional.empty();
    }
}
