package io.tillflow.studio.kit;

/** The six states; each has one colour and one icon on badges, diagrams, charts and timelines. */
public enum State {
    RUNNING("run"),
    WAITING("clock"),
    INCIDENT("alert"),
    COMPLETED("check"),
    CANCELLED("ban"),
    DRAFT("pencil");

    private final String icon;

    State(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** The class that sets the state's colours as {@code --c}, {@code --b} and {@code --s}. */
    public String className() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
