package io.tillflow.studio.tasks;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    List<Task> of(List<Task> tasks, Asker asker) {
        return tasks.stream()
                .filter(it -> matches(it, asker))
                .sorted(order(asker.now()))
                .toList();
    }

    boolean matches(Task task, Asker asker) {
        return in(task, asker)
                && process.filter(it -> !it.equals(task.open().processId())).isEmpty()
                && group.filter(it -> !task.open().candidateGroups().contains(it))
                        .isEmpty()
                && priority.filter(it -> it != task.plan().priority()).isEmpty()
                && (!late || task.late(asker.now()))
                && mentions(task);
    }

    private boolean in(Task task, Asker asker) {
        return switch (part) {
            case MINE -> task.claimedBy().filter(asker.name()::equals).isPresent();
            case GROUPS -> task.claimedBy().isEmpty() && concerns(task.open().candidateGroups(), asker.groups());
            case ALL -> true;
        };
    }

    private static boolean concerns(List<String> groups, Set<String> mine) {
        return mine.isEmpty() || groups.isEmpty() || groups.stream().anyMatch(mine::contains);
    }

    private boolean mentions(Task task) {
        String all = String.join(
                " ",
                task.name(),
                task.open().businessKey(),
                task.process(),
                String.join(" ", task.open().candidateGroups()),
                task.claimedBy().orElse(""));
        return all.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private Comparator<Task> order(Instant now) {
        Comparator<Task> oldest = Comparator.comparingLong(Task::key);
        Comparator<Task> important =
                Comparator.comparing((Task it) -> it.plan().priority()).reversed();
        Comparator<Task> due = Comparator.comparing((Task it) -> it.due().orElse(Instant.MAX));
        Comparator<Task> wanted = switch (sort) {
            case DUE -> due.thenComparing(important).thenComparing(oldest);
            case PRIORITY -> important.thenComparing(due).thenComparing(oldest);
            case NEWEST -> oldest.reversed();
            case OLDEST -> oldest;
        };
        return Comparator.comparing((Task it) -> it.rests(now)).thenComparing(wanted);
    }
}
