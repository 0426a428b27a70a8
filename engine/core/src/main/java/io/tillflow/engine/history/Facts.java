package io.tillflow.engine.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What history knows about one instance, fact by fact. */
public final class Facts {

    private Facts() {}

    /** How far an element came. */
    public enum ElementState {
        ACTIVE,
        COMPLETED,
        TERMINATED
    }

    /** One passage through an element. */
    public record Element(
            long key,
            String elementId,
            String elementType,
            OptionalLong scopeKey,
            ElementState state,
            Instant startedAt,
            Optional<Instant> endedAt) {}

    /** A sequence flow and how often it was taken. */
    public record Flow(String elementId, Instant firstTakenAt, int times) {}

    /** The value a variable has now; the scope is the instance itself or one of its elements. */
    public record Variable(long scopeKey, String name, JsonNode value, Instant updatedAt) {}

    /** Work for a worker or a person. */
    public record Job(
            long key,
            long elementInstanceKey,
            String elementId,
            String type,
            String state,
            int retries,
            String worker,
            String errorCode,
            String errorMessage,
            JsonNode headers,
            JsonNode result,
            Instant createdAt,
            Optional<Instant> endedAt) {}

    /** A step that failed for good, until somebody repairs it. */
    public record Incident(
            long key,
            long processInstanceKey,
            long elementInstanceKey,
            String elementId,
            OptionalLong jobKey,
            String errorType,
            String message,
            boolean open,
            Instant createdAt,
            Optional<Instant> resolvedAt) {}

    /** A decision as it was evaluated: with what, by which rules, to which result. */
    public record Decision(
            long key,
            long elementInstanceKey,
            String elementId,
            String decisionId,
            String name,
            int version,
            long decisionKey,
            JsonNode output,
            String failure,
            JsonNode evaluated,
            Instant evaluatedAt) {}

    /** What an element waits for. */
    public sealed interface Wait {

        long elementInstanceKey();

        String elementId();

        /** A message by that name for that correlation key. */
        record ForMessage(long elementInstanceKey, String elementId, String name, String correlationKey)
                implements Wait {}

        /** An instant. */
        record ForTime(long elementInstanceKey, String elementId, Instant dueAt) implements Wait {}
    }

    /** Something that happened, for people. */
    public record Moment(Instant at, What what, String elementId, String detail, long reference) {}

    /** Kinds of moments. */
    public enum What {
        STARTED,
        ENTERED,
        COMPLETED,
        TERMINATED,
        MESSAGE,
        DECIDED,
        INCIDENT,
        RESOLVED,
        ENDED
    }

    /**
     * An instance at the other end of a call.
     *
     * @param elementInstanceKey the passage through the call activity, in whichever of both it is; 0 when that one was deleted
     * @param elementId the call activity
     */
    public record Call(Instance instance, long elementInstanceKey, String elementId) {}

    /** Who called an instance, and whom it called. */
    public record Calls(Optional<Call> caller, List<Call> called) {}

    /** Everything about an instance at once, read in one go for its page. */
    public record Everything(
            Instance instance,
            List<Token> tokens,
            List<Element> elements,
            List<Flow> flows,
            List<Variable> variables,
            List<Job> jobs,
            List<Incident> incidents,
            List<Decision> decisions,
            List<Wait> waits,
            Calls calls) {}
}
