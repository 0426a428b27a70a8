package io.tillflow.studio.play;

import io.tillflow.engine.JobDesk.TakenJob;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jobs that were taken from the engine and wait for somebody's answer, the longest waiting first. */
final class JobTray {
    private final PlayEngine engine;
    private final Map<Long, TakenJob> jobs = new LinkedHashMap<>();
    private final Set<String> fresh = new HashSet<>();

    JobTray(PlayEngine engine) {
        this.engine = engine;
    }

    void note(Event event) {
        if (event.valueType().equals("JOB")) {
            switch (event.intent()) {
                case "CREATED", "RETRIES_UPDATED" -> fresh.add(event.text("type"));
                case "COMPLETED", "CANCELED", "ERROR_THROWN", "FAILED" -> jobs.remove(event.key());
                default -> {
                    // it is ours for as long as we want
                }
            }
        }
    }

    /** Takes what was made since. */
    void fill() {
        for (String type : fresh.stream().sorted().toList()) {
            List<TakenJob> taken = engine.desk().take(type);
            while (!taken.isEmpty()) {
                taken.forEach(job -> jobs.put(job.key(), job));
                taken = engine.desk().take(type);
            }
        }
        fresh.clear();
    }

    void clear() {
        jobs.clear();
        fresh.clear();
    }

    /** Jobs that workers would do. */
    List<TakenJob> work() {
        return jobs.values().stream().filter(job -> !isTask(job)).toList();
    }

    /** Jobs that are people's tasks. */
    List<TakenJob> tasks() {
        return jobs.values().stream().filter(JobTray::isTask).toList();
    }

    Optional<TakenJob> work(long key) {
        return Optional.ofNullable(jobs.get(key)).filter(job -> !isTask(job));
    }

    /** By the element, or else by the type of its job. */
    Optional<TakenJob> work(String name) {
        return work().stream()
                .filter(job -> job.elementId().equals(name) || job.type().equals(name))
                .findFirst();
    }

    private static boolean isTask(TakenJob job) {
        return job.type().equals(Story.USER_TASK);
    }
}
