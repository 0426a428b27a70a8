package io.tillflow.studio.models;

import io.tillflow.studio.lint.Finding;
import java.util.List;

/** What became of an attempt to save. */
public sealed interface Saved {

    /** There is a version now; the same as before when nothing had changed. */
    record Version(String modelId, int version, boolean changed) implements Saved {}

    /** Somebody saved since; nothing was written. */
    record Conflict(int newest, String author) implements Saved {}

    /** The file is not one that can be kept. */
    record Refused(List<Finding> findings) implements Saved {}
}
