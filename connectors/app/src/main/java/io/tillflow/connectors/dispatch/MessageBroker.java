package io.tillflow.connectors.dispatch;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Where messages go; never completes exceptionally. */
interface MessageBroker {
    CompletionStage<Publication> publish(Outgoing event, Duration keep);

    /** Publishes a message that nobody listens to and the broker forgets at once. */
    CompletionStage<Publication> fence(String subject);
}
