package io.tillflow.connectors.messaging.letter;

import java.util.List;

/**
 * Who writes.
 *
 * @param foot the lines under a letter; none for what the templates say
 */
public record Sender(String name, List<String> foot) {
    /** The demonstration shop. */
    public static final Sender SHIPPED = new Sender("Ullmere", List.of());

    public Sender {
        foot = List.copyOf(foot);
    }
}
