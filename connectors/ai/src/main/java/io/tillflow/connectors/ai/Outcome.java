package io.tillflow.connectors.ai;

import java.util.List;
import java.util.Map;

/** What came of a question after every model in its order had its turn. */
public sealed interface Outcome {
    /**
     * An answer.
     *
     * @param reply with place holders where personal data was taken out
     * @param by who answered: provider and model
     * @param passedOver why those before it did not
     */
    record Answered(
            Reply reply,
            String by,
            boolean cached,
            List<String> passedOver,
            Map<String, Integer> redacted,
            Personal personal)
            implements Outcome {
        public Answered {
            passedOver = List.copyOf(passedOver);
        }

        /** With what was taken out put back: for who may see it, never for a process variable. */
        public Reply whole() {
            return reply.mapTexts(personal::putBack);
        }
    }

    /** No answer, and trying again would change nothing before somebody changes something. */
    record None(Why why, String reason) implements Outcome {}

    /** Why there is none. */
    enum Why {
        /** No model in the order can do this. */
        UNABLE,
        /** It would cost more than it may. */
        BUDGET,
        /** What came back does not fit the schema. */
        UNFIT
    }
}
