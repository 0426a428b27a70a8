package io.tillflow.studio.shell;

/** A number beside an entry of the rail; a bean of this type keeps one. */
public interface NavCount {

    /** The route of the entry, as in {@code instances}. */
    String route();

    /** What to show; 0 shows nothing. Asked every few seconds on a background thread, so a quick query is fine. */
    int count();

    /** Red, for incidents only. */
    default boolean urgent() {
        return false;
    }
}
