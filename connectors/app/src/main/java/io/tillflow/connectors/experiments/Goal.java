package io.tillflow.connectors.experiments;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What counts for a unit, read from the shop or from history once its time is over. */
public enum Goal {
    /** 1 when the unit ordered. */
    ORDERED("""
            (select count(*) > 0 from shop.reporting_unit_order o
              where o.unit = case when e.unit ~ :uuid then e.unit::uuid end and o.placed_at >= e.at and o.placed_at < e.due_at)::int""", "true"),
    /** What it spent, in minor units. */
    REVENUE("""
            (select coalesce(sum(o.total), 0) from shop.reporting_unit_order o
              where o.unit = case when e.unit ~ :uuid then e.unit::uuid end and o.placed_at >= e.at and o.placed_at < e.due_at)""", "true"),
    /** 1 when its instance, or one that this called, came to one of the elements after it took part. */
    REACHED("""
            (exists (select from history.element_instance h
                      where h.process_instance_key = e.instance and h.element_id = any(x.elements)
                        and h.started_at >= date_trunc('milliseconds', e.at) and h.started_at < e.due_at)
             or exists (select from history.process_instance c join history.element_instance h on h.process_instance_key = c.key
                         where c.parent_process_instance_key = e.instance and h.element_id = any(x.elements)
                           and h.started_at >= date_trunc('milliseconds', e.at) and h.started_at < e.due_at))::int""", "exists (select from history.process_instance i where i.key = e.instance)");

    private final String outcome;
    private final String known;

    Goal(String outcome, String known) {
        this.outcome = outcome;
        this.known = known;
    }

    static Goal named(String name) {
        return Arrays.stream(values())
                .filter(goal -> goal.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected the goal to be one of "
                        + Arrays.stream(values()).map(Goal::text).collect(Collectors.joining(", ")) + ", but it is "
                        + name));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether each unit's outcome is 0 or 1. */
    boolean isYesOrNo() {
        return this != REVENUE;
    }

    /** Writes down the outcomes of an experiment's units whose time was over at {@code :until}, of {@code :most} at a time. */
    String settling() {
        return """
                update intelligence.exposure u set outcome = judged.outcome
                  from (select e.name, e.version, e.unit, %s as outcome
                          from intelligence.experiment x join intelligence.exposure e on e.name = x.name and e.version = x.version
                         where x.name = :name and x.version = :version and e.outcome is null and e.due_at <= :until and %s
                         order by e.due_at limit :most) judged
                 where u.name = judged.name and u.version = judged.version and u.unit = judged.unit and u.outcome is null
                """.formatted(outcome, known);
    }
}
