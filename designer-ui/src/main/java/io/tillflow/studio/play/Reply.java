package io.tillflow.studio.play;

import tools.jackson.databind.JsonNode;

/** What a worker says to a job. */
public sealed interface Reply {

    String words();

    /** The step is done. */
    record Done(JsonNode variables) implements Reply {
        @Override
        public String words() {
            return "is done with " + variables;
        }
    }

    /** An expected failure. */
    record Throws(String code, JsonNode variables) implements Reply {
        @Override
        public String words() {
            return "throws " + code;
        }
    }

    /** Trouble, and no retry left. */
    record GivesUp(String message) implements Reply {
        @Override
        public String words() {
            return "gives up: " + message;
        }
    }
}
