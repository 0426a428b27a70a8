package io.tillflow.connectors.dispatch;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.PublishMessageCommandStep1.PublishMessageCommandStep3;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Zeebe: the message id is the event's id, the correlation key the order's. */
@Component
final class ZeebeMessageBroker implements MessageBroker {
    private static final String FENCE = "tillflow-fence";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final CamundaClient client;

    ZeebeMessageBroker(CamundaClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Publication> publish(Outgoing event, Duration keep) {
        return send(client.newPublishMessageCommand()
                .messageName(event.type())
                .correlationKey(event.subject())
                .messageId(event.id())
                .timeToLive(keep)
                .variables(event.data()));
    }

    @Override
    public CompletionStage<Publication> fence(String subject) {
        return send(client.newPublishMessageCommand()
                .messageName(FENCE)
                .correlationKey(subject)
                .timeToLive(Duration.ZERO));
    }

    private static CompletionStage<Publication> send(PublishMessageCommandStep3 command) {
        return command.requestTimeout(TIMEOUT)
                .send()
                .handle((answer, trouble) ->
                        trouble == null ? new Publication.Published(answer.getMessageKey()) : outcome(trouble));
    }

    static Publication outcome(Throwable trouble) {
        Status status = statusOf(trouble);
        String reason =
                status == null ? trouble.getClass().getSimpleName() : status.getCode() + ": " + status.getDescription();
        if (causedBy(trouble, ConnectException.class)) {
            return new Publication.NotSent("no connection to the broker");
        }
        return switch (status == null ? Status.Code.UNKNOWN : status.getCode()) {
            case ALREADY_EXISTS -> new Publication.KnownAlready();
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE, UNIMPLEMENTED -> new Publication.Refused(reason);
            case RESOURCE_EXHAUSTED -> new Publication.NotSent(reason);
            default -> new Publication.Unknown(reason);
        };
    }

    private static @Nullable Status statusOf(Throwable trouble) {
        for (Throwable link = trouble; link != null; link = link.getCause()) {
            if (link instanceof ClientStatusException client) {
                return client.getStatus();
            }
            if (link instanceof StatusRuntimeException grpc) {
                return grpc.getStatus();
            }
        }
        return null;
    }

    private static boolean causedBy(Throwable trouble, Class<? extends Throwable> kind) {
        for (Throwable link = trouble; link != null; link = link.getCause()) {
            if (kind.isInstance(link)) {
                return true;
            }
        }
        return false;
    }
}
