package io.tillflow.studio.markup;

/**
 * Two people changed the same thing in different ways.
 *
 * @param property what of the element: an attribute, a path to a part of it, or {@code element} for all of it
 * @param base how it was, empty where there was nothing
 */
public record Conflict(String elementId, String property, String base, String a, String b) {}
