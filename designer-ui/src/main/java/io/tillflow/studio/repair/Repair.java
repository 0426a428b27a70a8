package io.tillflow.studio.repair;

import io.tillflow.engine.Message;
import io.tillflow.engine.Modification;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an operator wants done. */
public sealed interface Repair {

    /** How it is called in the log of commands. */
    default String kind() {
        return switch (this) {
            case Retry retry -> "RETRY";
            case RetryStep retry -> "RETRY";
            case SetVariables set -> "SET_VARIABLES";
            case Cancel cancel -> "CANCEL";
            case Modify modify -> "MODIFY";
            case Migrate migrate -> "MIGRATE";
            case Restart restart -> "RESTART";
            case Delete delete -> "DELETE";
            case Publish publish -> "PUBLISH";
        };
    }

    /** The instance it is about, if it is about one. */
    default OptionalLong instance() {
        return switch (this) {
            case Retry it -> OptionalLong.of(it.instanceKey());
            case RetryStep it -> OptionalLong.of(it.instanceKey());
            case SetVariables it -> OptionalLong.of(it.instanceKey());
            case Cancel it -> OptionalLong.of(it.instanceKey());
            case Modify it -> OptionalLong.of(it.instanceKey());
            case Migrate it -> OptionalLong.of(it.instanceKey());
            case Restart it -> OptionalLong.of(it.instanceKey());
            case Delete it -> OptionalLong.of(it.instanceKey());
            case Publish it -> OptionalLong.empty();
        };
    }

    /** Lets everything that failed in an instance run again. */
    record Retry(long instanceKey) implements Repair {}

    /** Lets one of the things that failed in an instance run again. */
    record RetryStep(long instanceKey, long incidentKey) implements Repair {}

    /**
     * Sets variables, and lets what failed run again with them if wanted.
     *
     * @param scopeKey the instance itself or one of its elements
     * @param json an object of names and values
     */
    record SetVariables(long instanceKey, long scopeKey, String json, boolean thenRetry) implements Repair {}

    /** Ends an instance with everything it waits for. */
    record Cancel(long instanceKey) implements Repair {}

    /** Moves, adds and ends tokens. */
    record Modify(long instanceKey, Modification modification) implements Repair {}

    /** Goes on in another version; the mapping is from ids of active elements to ids there. */
    record Migrate(long instanceKey, long targetDefinitionKey, Map<String, String> mapping) implements Repair {

        public Migrate {
            mapping = Map.copyOf(mapping);
        }
    }

    /**
     * Ends an instance and begins another one at the same place, with its variables.
     *
     * @param targetDefinitionKey the version it begins in; its own when absent
     * @param at before which elements it begins; where it stands when empty
     * @param json values that are set instead of or beside those that go along
     * @param standing where the instance stood when this was decided; anywhere when empty
     */
    record Restart(
            long instanceKey, @Nullable Long targetDefinitionKey, List<String> at, String json, List<String> standing)
            implements Repair {

        public Restart {
            at = List.copyOf(at);
            standing = List.copyOf(standing);
        }
    }

    /** Removes an instance that has ended from history, with those it called. */
    record Delete(long instanceKey) implements Repair {}

    /** Publishes a message. */
    record Publish(Message message) implements Repair {}
}
