package io.tillflow.studio.schedules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.schedules.Schedule.Firing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Schedules in words, for list and page alike. */
final class ScheduleCells {
    private ScheduleCells() {}

    static Badge state(Component page, Schedule it) {
        return it.paused()
                ? new Badge(State.WAITING, page.getTranslation("schedules.state.paused"))
                : new Badge(State.COMPLETED, page.getTranslation("schedules.state.on"));
    }

    static Component when(Schedule it) {
        return new Div(Pieces.text(it.cron(), "mono"), Pieces.block(it.zone(), "meta"));
    }

    /** The instant as a clock of the schedule's own zone shows it. */
    static String local(Instant instant, String zone, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", locale)
                .withZone(ZoneId.of(zone))
                .format(instant);
    }

    static Component next(Component page, Schedule it) {
        if (it.next().isEmpty()) {
            return Pieces.text(
                    page.getTranslation(it.paused() ? "schedules.next.paused" : "schedules.next.never"), "dim");
        }
        return Pieces.text(local(it.next().getFirst(), it.zone(), locale(page)), "num");
    }

    static Component begins(Component page, Schedule it) {
        Div cell = new Div(Pieces.text(it.message(), "mono"));
        if (it.begins().isEmpty()) {
            cell.add(Pieces.block(page.getTranslation("schedules.begins.none"), "meta", "down"));
        } else {
            Div line = new Div();
            line.addClassName("meta");
            it.begins().forEach(process -> line.add(new Anchor("automations/" + process, process), new Span(" ")));
            cell.add(line);
        }
        return cell;
    }

    /** What became of an event. */
    static Component outcome(Component page, Firing it) {
        if (it.processInstanceKey() != null) {
            return Pieces.instanceLink(
                    it.processInstanceKey(), page.getTranslation("schedules.instance", "" + it.processInstanceKey()));
        }
        return Pieces.text(page.getTranslation("schedules.event." + it.state()), "meta");
    }

    static Locale locale(Component page) {
        return page.getUI().map(ui -> ui.getLocale()).orElse(Locale.ENGLISH);
    }
}
