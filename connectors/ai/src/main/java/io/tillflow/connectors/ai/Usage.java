package io.tillflow.connectors.ai;

/** What a call used, in the provider's tokens; 0 for the model in this JVM. */
public record Usage(long input, long output) {
    public static final Usage NONE = new Usage(0, 0);

    public long tokens() {
        return input + output;
    }
}
