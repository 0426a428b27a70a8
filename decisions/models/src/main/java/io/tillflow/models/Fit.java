package io.tillflow.models;

/** What came of fitting. */
public sealed interface Fit<M> {
    /**
     * A model.
     *
     * @param rows how many rows it learned from
     */
    record Fitted<M>(M model, int rows) implements Fit<M> {}

    /**
     * No model, since a guess would be invented.
     *
     * @param reason what is missing, for people
     */
    record TooLittle<M>(String reason) implements Fit<M> {}
}
