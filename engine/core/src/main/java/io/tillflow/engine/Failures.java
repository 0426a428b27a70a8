package io.tillflow.engine;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.tillflow.engine.Rejected.Why;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells apart a broker that refused from one that did not answer. */
final class Failures {

    /** "Command 'CANCEL' rejected with code 'NOT_FOUND': Expected to …" is how the broker words every refusal. */
    private static final Pattern PREFIX = Pattern.compile("^Command '\\w+' rejected with code '\\w+': ");

    private Failures() {}

    static RuntimeException translate(RuntimeException failure) {
        return switch (failure) {
            case ClientStatusException status -> of(status);
            case ClientException other -> unavailable(other);
            default -> failure;
        };
    }

    private static CommandFailed of(ClientStatusException failure) {
        return switch (failure.getStatusCode()) {
            case NOT_FOUND -> rejected(Why.NOT_FOUND, failure);
            case FAILED_PRECONDITION, ALREADY_EXISTS, ABORTED -> rejected(Why.WRONG_STATE, failure);
            case INVALID_ARGUMENT, OUT_OF_RANGE, UNIMPLEMENTED -> rejected(Why.INVALID, failure);
            case UNAUTHENTICATED, PERMISSION_DENIED -> rejected(Why.FORBIDDEN, failure);
            case CANCELLED ->
                noToken(failure)
                        .<CommandFailed>map(why -> new Rejected(Why.FORBIDDEN, why, failure))
                        .orElseGet(() -> unavailable(failure));
            case RESOURCE_EXHAUSTED -> turnedAway(failure) ? busy(failure) : unavailable(failure);
            case OK, UNKNOWN, DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE, DATA_LOSS -> unavailable(failure);
        };
    }

    /** Whether the broker had too much to do to read a command; an answer too large for the client carries the same code, and happened. */
    static boolean turnedAway(ClientStatusException failure) {
        Status status = failure.getStatus();
        return status.getCode() == Status.Code.RESOURCE_EXHAUSTED
                && !Objects.requireNonNullElse(status.getDescription(), "").contains("exceeds maximum size");
    }

    /** The client gives a call up before it is sent when the issuer refuses the token; nothing has happened then. */
    private static Optional<String> noToken(ClientStatusException failure) {
        return Optional.ofNullable(failure.getStatus().getCause())
                .map(Throwable::getMessage)
                .filter(message -> message.contains("access token"))
                .map(message -> "The issuer gave no token for the process engine: " + message);
    }

    private static Rejected rejected(Why why, ClientStatusException failure) {
        Status status = failure.getStatus();
        String reason = Objects.requireNonNullElse(
                status.getDescription(), status.getCode().name());
        return new Rejected(why, PREFIX.matcher(reason).replaceFirst(""), failure);
    }

    private static BrokerUnavailable busy(ClientException failure) {
        return new BrokerUnavailable(
                "The process engine has too much to do just now and has not taken this command. Ask again in a moment.",
                failure,
                true);
    }

    private static BrokerUnavailable unavailable(ClientException failure) {
        return new BrokerUnavailable(
                "The process engine does not answer. What was asked may or may not have happened: look before you repeat it.",
                failure);
    }
}
