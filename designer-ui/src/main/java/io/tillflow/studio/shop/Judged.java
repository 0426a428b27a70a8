package io.tillflow.studio.shop;

import java.util.Optional;

/** What tables and models said of a question. */
public record Judged(Optional<Urgency> urgency, Optional<ReadTopic> topic) {
    public static final Judged NOTHING = new Judged(Optional.empty(), Optional.empty());

    /** As far as an instance's variables tell. */
    public static Judged in(String variables) {
        return new Judged(Urgency.in(variables), ReadTopic.in(variables));
    }
}
