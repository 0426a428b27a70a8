package io.tillflow.connectors.hooks;

import io.tillflow.connectors.hooks.Deliveries.Told;
import io.tillflow.connectors.hooks.Delivery.Outcome;
import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.secrets.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Hears webhooks: only who knows the secret is heard, each event once, and every call is written down. */
@Service
class Hooks {
    /** The largest payload, in bytes. */
    static final int LARGEST = 64_000;

    private static final Logger log = LoggerFactory.getLogger(Hooks.class);
    private static final int SECRET_BYTES = 32;

    private final HookBook book;
    private final Deliveries deliveries;
    private final Rates rates;
    private final Inbox inbox;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Hooks(HookBook book, Deliveries deliveries, Rates rates, Inbox inbox, Secrets secrets, Clock clock) {
        this.book = book;
        this.deliveries = deliveries;
        this.rates = rates;
        this.inbox = inbox;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Keeps a webhook; a new one gets its secret, which the answer tells this once. */
    String save(Hook hook) {
        boolean fresh = book.find(hook.id()).isEmpty();
        String secret = fresh ? newSecret(hook, hook.changedBy()) : "";
        book.put(hook);
        return secret;
    }

    /** From now on only the new secret counts. */
    String newSecret(Hook hook, String by) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = "whk_" + HexFormat.of().formatHex(bytes);
        secrets.set(hook.secretName(), secret, by);
        return secret;
    }

    void delete(Hook hook) {
        book.delete(hook.id());
        secrets.delete(hook.secretName());
    }

    /** A call as a genuine caller would make it; its event is one of its own each time. */
    Told tryOut(Hook hook, byte[] body) {
        Optional<String> secret = secret(hook);
        String signed = secret.isEmpty() ? "" : hook.signing().sign(secret.get(), body, clock);
        return hear(hook, new Call(Map.of(hook.header(), signed, "Content-Type", "application/json"), body, true));
    }

    Told hear(Hook hook, Call call) {
        Told told = judge(hook, call);
        if (told.outcome().isTaken() || rates.allowsToNoteARefusal(hook)) {
            deliveries.note(hook, call, told);
        }
        if (told.outcome() == Outcome.NOT_GENUINE) {
            log.warn("refused a call of the webhook {} that does not show its secret", hook.id());
        }
        return told;
    }

    private Told judge(Hook hook, Call call) {
        if (call.body().length > LARGEST) {
            return refused(Outcome.TOO_LARGE, "expected at most " + LARGEST + " bytes");
        }
        Optional<String> secret = secret(hook);
        if (secret.isEmpty()) {
            return refused(Outcome.NO_SECRET, "its secret is missing or cannot be opened: make a new one");
        }
        if (!hook.signing().accepts(secret.get(), call.header(hook.header()), call.body(), clock)) {
            return refused(
                    Outcome.NOT_GENUINE,
                    hook.signing() == Signing.TILLFLOW
                            ? "expected " + hook.header()
                                    + " to sign this payload with the webhook's secret, within five minutes of now"
                            : "expected " + hook.header() + " to show the webhook's secret");
        }
        if (!rates.allows(hook)) {
            return refused(Outcome.TOO_MANY, "expected at most " + hook.perMinute() + " calls a minute");
        }
        try {
            return taken(Payload.event(hook, call, clock.instant()));
        } catch (IllegalArgumentException unreadable) {
            return refused(Outcome.UNREADABLE, Objects.toString(unreadable.getMessage(), "expected another payload"));
        }
    }

    private Told taken(Event event) {
        return inbox.accept(List.of(event)).getFirst() == Inbox.Acceptance.ACCEPTED
                ? new Told(Outcome.ACCEPTED, "became the event " + event.id(), event.id())
                : new Told(Outcome.REPEATED, "the event " + event.id() + " was known already", event.id());
    }

    private static Told refused(Outcome outcome, String why) {
        return new Told(outcome, why, null);
    }

    private Optional<String> secret(Hook hook) {
        try {
            return Optional.of(secrets.value(hook.secretName(), "webhook " + hook.id()));
        } catch (IllegalStateException missing) {
            log.warn("the webhook {} refuses everybody: {}", hook.id(), missing.getMessage());
            return Optional.empty();
        }
    }
}
