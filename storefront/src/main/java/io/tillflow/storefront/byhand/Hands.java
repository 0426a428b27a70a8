package io.tillflow.storefront.byhand;

import io.tillflow.plumbing.Calls;
import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.byhand.StaffAct.Way;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Has carriers, banks and letters do what staff ask for; the connectors do each thing once. */
@Component
public class Hands {
    private static final Logger log = LoggerFactory.getLogger(Hands.class);

    /** A carrier and a bank may both be slow. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int LATE = 504;

    private final RestClient client;

    Hands(ShopSettings settings) {
        client = RestClient.builder()
                .requestFactory(Calls.within(Duration.ofSeconds(1), PATIENCE))
                .baseUrl(settings.connectorsUrl().toString())
                .defaultHeaders(h -> h.setBearerAuth(settings.serviceToken()))
                .build();
    }

    /**
     * @param says what was done or why not; while it waits, which provider is away, or empty when the connectors are
     * @param callOff why the order can only be called off, if so
     */
    record Done(Way way, String says, @Nullable String callOff) {
        Done(Way way, String says) {
            this(way, says, null);
        }
    }

    /** Whose provider is away is tried again later; what broke is for a person to look at, and to ask for again. */
    private static Done ofTheServer(Map<String, Object> act, HttpServerErrorException trouble) {
        log.warn("{} of order {} is not done: {}", act.get("act"), act.get("orderId"), trouble.getMessage());
        return switch (trouble.getStatusCode().value()) {
            case BAD_GATEWAY -> new Done(Way.WAITING, detail(trouble, "Its provider does not answer."));
            case UNAVAILABLE, LATE -> new Done(Way.WAITING, "");
            default -> new Done(Way.REFUSED, detail(trouble, "It failed; the connectors' log says why."));
        };
    }

    private static String detail(RestClientResponseException answer, String otherwise) {
        try {
            ProblemDetail why = answer.getResponseBodyAs(ProblemDetail.class);
            String detail = why == null ? null : why.getDetail();
            return detail == null || detail.isBlank() ? otherwise : detail;
        } catch (RestClientException noProblem) {
            log.debug("an answer of the connectors is no problem in JSON", noProblem);
            return otherwise;
        }
    }

    /** @param act its kind and what that needs */
    Done act(Map<String, Object> act) {
        try {
            return Objects.requireNonNull(client.post()
                    .uri("/api/v1/acts")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(act)
                    .retrieve()
                    .body(Done.class));
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.BadRequest refused) {
            return new Done(Way.REFUSED, detail(refused, ""));
        } catch (HttpServerErrorException trouble) {
            return ofTheServer(act, trouble);
        } catch (RestClientException away) {
            log.warn("{} of order {} is not done yet: {}", act.get("act"), act.get("orderId"), away.getMessage());
            return new Done(Way.WAITING, "");
        }
    }
}
