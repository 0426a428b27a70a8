package io.tillflow.connectors.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of an old attempt that the broker itself no longer remembers.
 *
 * <p>History knows each message that the broker ever took. That it does not know one proves something only once it has caught
 * up: so a fence, a message of no meaning, is published behind the old attempt. When history has the fence and still not the
 * message, the message never was.
 */
@Component
class Reconciliation {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration HISTORY_IS_AWAY = Duration.ofSeconds(10);

    private final DispatchQueue queue;
    private final History history;
    private final MessageBroker broker;

    Reconciliation(DispatchQueue queue, History history, MessageBroker broker) {
        this.queue = queue;
        this.history = history;
        this.broker = broker;
    }

    CompletionStage<?> settle(Outgoing event) {
        try {
            Optional<History.KnownMessage> known = history.find(event);
            Long fence = event.fenceKey();
            if (known.isPresent()) {
                queue.published(event, known.get().key(), known.get().deadline());
            } else if (fence == null) {
                return broker.fence(event.subject()).thenAccept(answer -> fenced(event, answer));
            } else if (history.knows(fence)) {
                queue.beginAnew(event);
            } else {
                queue.later(event, "waiting for history to catch up", LOOK_AGAIN);
            }
        } catch (DataAccessException e) {
            queue.later(event, "history cannot be asked", HISTORY_IS_AWAY);
        }
        return CompletableFuture.completedStage(null);
    }

    private void fenced(Outgoing event, Publication answer) {
        if (answer instanceof Publication.Published published) {
            queue.fenced(event, published.messageKey(), LOOK_AGAIN);
        } else {
            queue.later(event, "the broker does not answer", LOOK_AGAIN);
        }
    }
}
