package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.Wait;
import io.tillflow.engine.history.Token;
import io.tillflow.engine.history.Usual.Typical;
import io.tillflow.studio.instances.Orders.Line;
import io.tillflow.studio.instances.Orders.Order;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The order, where it is now, and the step that took longest: no engine words. */
final class BusinessTab extends Div {

    void show(Story story) {
        List<Component> parts = new ArrayList<>();
        story.order().ifPresentOrElse(it -> order(it, parts), () -> fromVariables(story, parts));
        parts.add(whereNow(story));
        slowest(story).ifPresent(parts::add);
        Redraw.in(this, parts);
    }

    private void order(Order order, List<Component> parts) {
        Anchor shop = new Anchor(order.page().toString(), getTranslation("instances.order.open"), AnchorTarget.BLANK);
        shop.addClassNames("link", "row");
        shop.add(Icon.small("ext"));
        Div head = new Div(new H2(getTranslation("instances.order", order.number())), shop);
        head.addClassName("row");
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lines");
        for (Line line : order.lines()) {
            lines.add(line(line.quantity() + " ×", line.name(), amount(line.total(), order)));
        }
        lines.add(line(
                "", getTranslation("instances.order.delivery", order.town()), amount(order.deliveryPrice(), order)));
        ListItem total = line("", getTranslation("instances.order.total"), amount(order.total(), order));
        total.addClassNames("tot", "strong");
        lines.add(total);
        parts.add(new Section("", head, lines));
        DescriptionList facts = Section.facts();
        Section.fact(facts, getTranslation("instances.order.customer"), new Span(order.customer()));
        Section.fact(facts, getTranslation("instances.order.to"), new Span(order.town() + ", " + order.country()));
        Section.fact(facts, getTranslation("instances.order.channel"), new Span(channel(order)));
        parts.add(new Section("", facts));
    }

    private String channel(Order order) {
        return order.express() ? order.channel() + ", express" : order.channel();
    }

    private String amount(long minor, Order order) {
        return Amounts.text(minor, order.currency(), getLocale());
    }

    private static ListItem line(String quantity, String name, String amount) {
        ListItem item = new ListItem(Pieces.text(quantity, "q"), Pieces.text(name, "grow", "cut"), new Span(amount));
        item.addClassNames("row", "num");
        return item;
    }

    /** Without the shop's word, the few facts that travel with the process. */
    private void fromVariables(Story story, List<Component> parts) {
        story.variable("order").filter(it -> it.isObject()).ifPresent(order -> {
            DescriptionList facts = Section.facts();
            String currency = order.path("currency").asString("EUR");
            Section.fact(
                    facts,
                    getTranslation("instances.order.total"),
                    new Span(Amounts.text(order.path("total").asLong(0), currency, getLocale())));
            Section.fact(
                    facts,
                    getTranslation("instances.order.items"),
                    new Span(order.path("items").asString("")));
            Section.fact(
                    facts,
                    getTranslation("instances.order.to"),
                    new Span(order.path("country").asString("")));
            parts.add(new Section(
                    getTranslation("instances.order", order.path("number").asString("")),
                    facts,
                    Pieces.text(getTranslation("instances.order.away"), "meta")));
        });
    }

    private Component whereNow(Story story) {
        if (story.facts().tokens().isEmpty()) {
            String state = story.facts().instance().state().name().toLowerCase(Locale.ROOT);
            return new Section(
                    heading(story),
                    Pieces.text(
                            getTranslation("instances.now."
                                    + (story.facts().instance().state().open() ? "moving" : state)),
                            "meta"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("where-now");
        story.facts().tokens().forEach(token -> list.add(place(story, token)));
        return new Section(heading(story), list);
    }

    private String heading(Story story) {
        return getTranslation(story.asOf().isPresent() ? "instances.then" : "instances.now");
    }

    private ListItem place(Story story, Token token) {
        String state = Journey.state(token);
        Span mark = new Span(Icon.small(
                switch (state) {
                    case "incident" -> "alert";
                    case "running" -> "run";
                    default -> "clock";
                }));
        mark.addClassNames("st", state);
        Div words = new Div(new Div(story.model().label(token.elementId())));
        words.add(Pieces.text(explanation(story, token), "meta"));
        Span time = new Span(Pieces.since(token.since(), story.asOf()));
        time.addClassNames("num", "meta");
        return new ListItem(mark, words, time);
    }

    private String explanation(Story story, Token token) {
        if (token.failed()) {
            return getTranslation("instances.wait.incident");
        }
        String usual = story.usualOf(token.elementId())
                .map(it -> ", " + getTranslation("instances.usual", Times.duration(it.median())))
                .orElse("");
        return what(story, token) + usual;
    }

    /** All it waits for: at a race of events that is more than one thing. */
    private String what(Story story, Token token) {
        List<String> awaited = new ArrayList<>();
        for (Wait wait : story.facts().waits()) {
            if (wait.elementInstanceKey() == token.elementInstanceKey()) {
                awaited.add(
                        switch (wait) {
                            case Wait.ForMessage message ->
                                getTranslation(
                                        "instances.wait.message", message.name().replace('-', ' '));
                            case Wait.ForTime time ->
                                getTranslation("instances.wait.time", Texts.exact(time.dueAt(), getLocale()));
                        });
            }
        }
        if (!awaited.isEmpty()) {
            return String.join("; ", awaited);
        }
        return getTranslation(
                "USER_TASK".equals(token.elementType()) ? "instances.wait.person" : "instances.wait.worker");
    }

    private Optional<Component> slowest(Story story) {
        return story.facts().elements().stream()
                .filter(it -> it.endedAt().isPresent()
                        && took(it).toSeconds() > 0
                        && !it.elementType().equals("SUB_PROCESS"))
                .max(Comparator.comparing(BusinessTab::took))
                .map(it -> slowest(story, it));
    }

    private Component slowest(Story story, Element element) {
        String label = story.model().label(element.elementId());
        Optional<Typical> usual = story.usualOf(element.elementId());
        String text = usual.map(it -> getTranslation(
                        "instances.slowest.usual",
                        label,
                        Times.duration(took(element)),
                        Times.duration(it.p95()),
                        it.samples()))
                .orElseGet(() -> getTranslation("instances.slowest.text", label, Times.duration(took(element))));
        return new Section(getTranslation("instances.slowest"), Pieces.text(text, "meta"));
    }

    private static Duration took(Element element) {
        return element.endedAt()
                .map(end -> Duration.between(element.startedAt(), end))
                .orElse(Duration.ZERO);
    }
}
