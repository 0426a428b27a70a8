package io.tillflow.connectors.ai;

/** What came of asking one model. */
public sealed interface Answer {
    /** It answered, and this is what it used. */
    record Given(Reply reply, Usage usage) implements Answer {}

    /** It cannot or will not, and says why; asking again would change nothing. */
    record Unable(String reason, Usage usage) implements Answer {
        /** It said so before it used anything. */
        public Unable(String reason) {
            this(reason, Usage.NONE);
        }
    }
}
