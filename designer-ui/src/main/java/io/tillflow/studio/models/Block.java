package io.tillflow.studio.models;

import org.jspecify.annotations.Nullable;

/** A step of the palette that is set up already, in the shop's words. */
record Block(
        String group,
        String label,
        String icon,
        String kind,
        @Nullable String value) {}
