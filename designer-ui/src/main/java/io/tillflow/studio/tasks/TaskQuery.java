package io.tillflow.studio.tasks;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which tasks, and in which order. */
record TaskQuery(
        Part part,
        String text,
        Optional<String> process,
        Optional<String> group,
        Optional<Priority> priority,
        boolean late,
        Sort sort) {

    /** Whose tasks; {@code GROUPS} are the free ones of one's groups, or all free ones for who named no group. */
    enum Part {
        MINE,
        GROUPS,
        ALL
    }

    enum Sort {
        DUE,
        PRIORITY,
        NEWEST,
        OLDEST
    }

    static final TaskQuery ALL =
            new TaskQuery(Part.ALL, "", Optional.empty(), Optional.empty(), Optional.empty(), false, Sort.DUE);

    /** What the inbox shows to who has not asked for anything else. */
    static final TaskQuery INITIAL = ALL.in(Part.GROUPS);

    /** Who asks, and when. */
    record Asker(String name, Set<String> groups, Instant now) {}

    TaskQuery in(Part other) {
        return new TaskQuery(other, text, process, group, priority, late, sort);
    }

    TaskQuery about(String words) {
        return new TaskQuery(part, words, process, group, priority, late, sort);
    }

    /** Whether anything but the part and the words narrows it. */
    boolean filtered() {
        return process.isPresent() || group.isPresent() || priority.isPresent() || late;
    }
}
