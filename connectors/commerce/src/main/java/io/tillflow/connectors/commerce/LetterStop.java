package io.tillflow.connectors.commerce;

/**
 * How the reader of a letter that their order does not need gets no more of them.
 *
 * @param path where they say so, without signing in
 * @param stopped whether they did
 */
public record LetterStop(String path, boolean stopped) {
    /** Refuses an answer without a place to say so. */
    public LetterStop {
        if (path == null || !path.startsWith("/")) {
            throw new IllegalStateException(
                    "expected the shop to say where a reader stops its letters, but it said " + path);
        }
    }
}
