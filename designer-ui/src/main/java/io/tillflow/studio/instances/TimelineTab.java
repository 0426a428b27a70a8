package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import io.tillflow.engine.history.Facts;
import io.tillflow.engine.history.Facts.Moment;
import io.tillflow.engine.history.Facts.What;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.Timeline;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.repair.Receipt;
import io.tillflow.studio.repair.RepairDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The steps as bars over the instance's life, and below them every moment in order. */
final class TimelineTab extends Div {

    private static final Set<String> STEPS = Set.of(
            "SERVICE_TASK",
            "USER_TASK",
            "SEND_TASK",
            "RECEIVE_TASK",
            "SCRIPT_TASK",
            "BUSINESS_RULE_TASK",
            "INTERMEDIATE_CATCH_EVENT",
            "EVENT_BASED_GATEWAY",
            "CALL_ACTIVITY",
            "MANUAL_TASK",
            "TASK");
    private static final int MOST = 200;

    private final Clock clock;
    private final RepairDesk desk;

    TimelineTab(Clock clock, RepairDesk desk) {
        this.clock = clock;
        this.desk = desk;
    }

    void show(Story story) {
        List<Component> parts = new ArrayList<>();
        UnorderedList bars = new UnorderedList();
        bars.addClassName("gantt");
        Instance instance = story.facts().instance();
        Instant end = story.asOf().or(instance::endedAt).orElseGet(clock::instant);
        long span = Math.max(1, Duration.between(instance.startedAt(), end).toMillis());
        story.facts().elements().stream()
                .filter(it -> STEPS.contains(it.elementType()))
                .limit(MOST)
                .forEach(it -> bars.add(bar(story, it, end, span)));
        parts.add(new Section(getTranslation("instances.timeline.steps"), bars));
        commands(instance.key()).ifPresent(parts::add);
        UnorderedList moments = new UnorderedList();
        moments.addClassName("moments");
        List<Moment> all = Timeline.of(story.facts());
        all.reversed().stream()
                .filter(TimelineTab::worthTelling)
                .limit(MOST)
                .forEach(it -> moments.add(moment(story, it)));
        parts.add(new Section(getTranslation("instances.timeline.moments"), moments));
        Redraw.in(this, parts);
    }

    /** What people asked for, and how far each of it came. */
    private Optional<Component> commands(long instanceKey) {
        List<Receipt> receipts = desk.receipts(instanceKey);
        if (receipts.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("moments");
        receipts.forEach(it -> list.add(command(it)));
        return Optional.of(new Section(getTranslation("instances.commands"), list));
    }

    private ListItem command(Receipt receipt) {
        Element time = new Element("time");
        time.setText(Texts.clock(receipt.askedAt()));
        time.setAttribute("title", Texts.exact(receipt.askedAt(), getLocale()));
        ListItem item = new ListItem();
        item.getElement().appendChild(time);
        Span mark = new Span(Icon.small(receipt.state() == Receipt.State.VISIBLE ? "check" : "clock"));
        mark.addClassName(receipt.state() == Receipt.State.VISIBLE ? "completed" : "waiting");
        item.add(
                mark,
                new Div(
                        new Span(
                                getTranslation("instances.command."
                                                + receipt.kind().toLowerCase(Locale.ROOT)) + ", " + receipt.actor()),
                        Pieces.block(became(receipt), "meta"),
                        next(receipt)));
        return item;
    }

    private String became(Receipt receipt) {
        if (receipt.position() != null) {
            return getTranslation("instances.receipt.at", String.valueOf(receipt.position()));
        }
        String state = receipt.state().name().toLowerCase(Locale.ROOT);
        return getTranslation("instances.receipt." + state, Objects.requireNonNullElse(receipt.reason(), ""));
    }

    /** The instance that goes on instead. */
    private Div next(Receipt receipt) {
        String key = receipt.newInstanceKey();
        return key == null
                ? new Div()
                : new Div(new Anchor("instances/" + key, getTranslation("instances.restart.next", key)));
    }

    private ListItem bar(Story story, Facts.Element element, Instant now, long span) {
        Instant start = story.facts().instance().startedAt();
        Instant end = element.endedAt().orElse(now);
        double left = Duration.between(start, element.startedAt()).toMillis() * 100.0 / span;
        double width = Duration.between(element.startedAt(), end).toMillis() * 100.0 / span;
        Div line = new Div();
        line.addClassName("rail-line");
        Element bar = new Element("i");
        bar.getStyle().set("left", percent(left)).set("width", percent(width));
        bar.getClassList().add(tone(story, element));
        line.getElement().appendChild(bar);
        line.getElement().setAttribute("title", Texts.exact(element.startedAt(), getLocale()));
        String took = Times.fine(Duration.between(element.startedAt(), end));
        return new ListItem(
                Pieces.text(story.model().label(element.elementId()), "cut"), line, Pieces.text(took, "meta", "num"));
    }

    private static String tone(Story story, Facts.Element element) {
        return switch (element.state()) {
            case COMPLETED -> "completed";
            case TERMINATED -> "cancelled";
            case ACTIVE ->
                story.facts().tokens().stream()
                        .filter(it -> it.elementInstanceKey() == element.key())
                        .findFirst()
                        .map(Journey::state)
                        .orElse("running");
        };
    }

    private static boolean worthTelling(Moment moment) {
        return moment.what() != What.ENTERED;
    }

    private ListItem moment(Story story, Moment moment) {
        Element time = new Element("time");
        time.setText(Texts.clock(moment.at()));
        time.setAttribute("title", Texts.exact(moment.at(), getLocale()));
        Span mark = new Span(Icon.small(icon(moment.what())));
        mark.addClassName(tone(moment.what()));
        Span words = new Span(getTranslation(
                "instances.moment." + moment.what().name().toLowerCase(Locale.ROOT),
                moment.elementId().isEmpty() ? "" : story.model().label(moment.elementId())));
        ListItem item = new ListItem();
        item.getElement().appendChild(time);
        Div body = new Div(words);
        if (moment.what() == What.INCIDENT || moment.what() == What.DECIDED) {
            body.add(Pieces.block(moment.detail(), "meta", "cut"));
        }
        item.add(mark, body);
        return item;
    }

    private static String icon(What what) {
        return switch (what) {
            case STARTED, ENTERED -> "play";
            case COMPLETED, RESOLVED, ENDED -> "check";
            case TERMINATED -> "ban";
            case MESSAGE -> "mail";
            case DECIDED -> "table";
            case INCIDENT -> "alert";
        };
    }

    private static String tone(What what) {
        return switch (what) {
            case INCIDENT -> "incident";
            case TERMINATED -> "cancelled";
            case COMPLETED, RESOLVED, ENDED -> "completed";
            case STARTED, ENTERED, MESSAGE, DECIDED -> "waiting";
        };
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(value, 0, 100));
    }
}
