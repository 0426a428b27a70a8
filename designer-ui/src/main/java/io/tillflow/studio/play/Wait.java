package io.tillflow.studio.play;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Something a play does not get past by itself, and what is likely to be said to it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wait.ForWorker.class, name = "job"),
    @JsonSubTypes.Type(value = Wait.ForPerson.class, name = "task"),
    @JsonSubTypes.Type(value = Wait.ForMessage.class, name = "message"),
    @JsonSubTypes.Type(value = Wait.ForSignal.class, name = "signal"),
    @JsonSubTypes.Type(value = Wait.ForTime.class, name = "timer"),
    @JsonSubTypes.Type(value = Wait.ForRepair.class, name = "incident")
})
public sealed interface Wait {
    String elementId();

    /**
     * A job that nobody has answered.
     *
     * @param error the BPMN error that is likely to be thrown; empty when the job is likely to be done
     * @param errors codes that the model catches here or the contract knows
     */
    record ForWorker(
            long key,
            String elementId,
            String type,
            JsonNode input,
            JsonNode proposed,
            String error,
            List<String> errors)
            implements Wait {}

    /**
     * A person's task.
     *
     * @param form the form's source; empty when there is none
     */
    record ForPerson(long key, String elementId, String form, JsonNode variables, JsonNode proposed) implements Wait {}

    /**
     * A message that somebody would hear.
     *
     * @param next whether the example that is followed goes on with it
     */
    record ForMessage(String elementId, String message, String correlationKey, JsonNode proposed, boolean next)
            implements Wait {}

    /** A signal that somebody would hear. */
    record ForSignal(String elementId, String signal) implements Wait {}

    /** A timer, with the instant on the engine's clock. */
    record ForTime(String elementId, Instant due) implements Wait {}

    /** An incident that an operator would see. */
    record ForRepair(long key, String elementId, String reason) implements Wait {}
}
