package io.tillflow.studio.changes;

import java.util.List;

/** What one version of a model has that another has not, in the words of its elements. */
public record Changes(List<Part> added, List<Part> removed, List<Change> changed) {

    /** An element that is in one of the two only. */
    public record Part(String elementId, String type, String name) {}

    /**
     * One property of an element that is in both.
     *
     * @param property an attribute, a path to a part of the element, or what the picture says of it (position, size, waypoints)
     * @param place where in a table it is, empty elsewhere
     */
    public record Change(String elementId, String property, String from, String to, String place) {}

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
