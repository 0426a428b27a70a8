package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Texts;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.kit.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** When a task is due, in as few words as will do: "5 h late", "in 20 min", "14:00", "Tue 24 Nov". */
final class DueMark {

    private static final Duration SOON = Duration.ofHours(1);

    private DueMark() {}

    static Component of(Component page, Task task, Clock clock) {
        Instant now = clock.instant();
        if (task.rests(now)) {
            Instant until = task.plan().followUp().orElse(now);
            Span rests = Pieces.text(page.getTranslation("tasks.rests", day(until, clock, locale())), "meta");
            rests.setTitle(Texts.exact(until, locale()));
            return rests;
        }
        if (task.due().isEmpty()) {
            Span since = new Span(Pieces.ago(task.open().createdAt()));
            since.addClassName("meta");
            return since;
        }
        return due(page, task.due().get(), clock);
    }

    private static Span due(Component page, Instant due, Clock clock) {
        Duration left = Duration.between(clock.instant(), due);
        boolean late = left.isNegative();
        boolean soon = !late && left.compareTo(SOON) < 0;
        String text = late || soon
                ? page.getTranslation(late ? "tasks.late" : "tasks.due", Times.duration(left.abs()))
                : day(due, clock, locale());
        Span mark = new Span(new Span(text));
        if (late || soon) {
            mark.addComponentAsFirst(new Icon(late ? "alert" : "clock"));
        }
        mark.addClassNames("st", "num", late ? "incident" : soon ? "draft" : "plain");
        mark.setTitle(Texts.exact(due, locale()));
        return mark;
    }

    /** The time of day for today, else the day. */
    static String day(Instant at, Clock clock, Locale locale) {
        ZonedDateTime local = at.atZone(Zone.here());
        boolean today = local.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), Zone.here()));
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "EEE d MMM", locale)
                .format(local);
    }

    /** High or critical, as icon and word. */
    static Span priority(Component page, Priority priority) {
        Span mark = new Span(
                new Icon("bolt"),
                new Span(page.getTranslation("tasks.priority." + priority.name().toLowerCase(Locale.ROOT))));
        mark.addClassNames("st", "prio", priority == Priority.CRITICAL ? "incident" : "draft");
        return mark;
    }

    private static Locale locale() {
        return Optional.ofNullable(UI.getCurrent()).map(UI::getLocale).orElse(Locale.ENGLISH);
    }
}
