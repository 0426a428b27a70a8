package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.State;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was read out of a shopper's words: how urgent, in which language, what they name. */
final class ReadingRow extends Div {
    private static final int MOST = 12;

    ReadingRow() {
        addClassName("read");
    }

    void show(Conversation conversation, Judged judged) {
        Conversation.Reading reading = conversation.reading();
        List<Component> drawn = new ArrayList<>();
        judged.urgency().map(this::urgency).ifPresent(drawn::add);
        judged.topic().map(this::topic).ifPresent(drawn::add);
        drawn.add(language(reading));
        reading.otherOrders().forEach(it -> drawn.add(order(it.id(), it.number())));
        if (reading.ordersOfOthers() > 0) {
            drawn.add(Pieces.text(getTranslation("support.ordersOfOthers", reading.ordersOfOthers()), "chip"));
        }
        Set<String> named = named(reading.found(), conversation.number());
        named.stream().limit(MOST).forEach(it -> drawn.add(Pieces.text(it, "chip")));
        if (named.size() > MOST) {
            drawn.add(Pieces.text(getTranslation("support.named.more", named.size() - MOST), "meta"));
        }
        Redraw.in(this, drawn);
    }

    private Badge urgency(Urgency it) {
        String level = text("support.urgency.", it.level());
        String words = it.reason().isEmpty() ? level : level + ": " + text("support.reason.", it.reason());
        return switch (it.level()) {
            case "now" -> new Badge(State.INCIDENT, words);
            case "today" -> new Badge(State.WAITING, words);
            default -> Badge.off("clock", words);
        };
    }

    private Badge topic(ReadTopic it) {
        return it.topic().equals("unknown")
                ? Badge.off("spark", getTranslation("support.model.unknown"))
                : Badge.off(
                        "spark",
                        getTranslation(
                                it.counts() ? "support.model.reads" : "support.model.unsure",
                                ShopCells.topic(this, it.topic()),
                                String.valueOf(Math.round(100 * it.probability()))));
    }

    private Badge language(Conversation.Reading reading) {
        if (reading.language().equals("unknown")) {
            return Badge.off("msg", getTranslation("support.language.unknown"));
        }
        Locale locale = getLocale();
        String name = Locale.forLanguageTag(reading.language()).getDisplayLanguage(locale);
        Badge badge = Badge.off("msg", getTranslation("support.language", name));
        badge.getElement()
                .setAttribute(
                        "title",
                        getTranslation(
                                "support.language.sure",
                                String.valueOf(Math.round(100 * reading.languageProbability()))));
        return badge;
    }

    private RouterLink order(String id, String number) {
        RouterLink link =
                new RouterLink(getTranslation("shop.order", number), OrderView.class, new RouteParameters("id", id));
        link.addClassName("chip");
        return link;
    }

    /** Other orders have links of their own, and the question's own order stands above. */
    private Set<String> named(List<Conversation.Found> found, String own) {
        Set<String> words = new LinkedHashSet<>();
        for (Conversation.Found it : found) {
            if (!it.kind().equals("ORDER") && !it.value().equals(own)) {
                words.add(text("support.kind.", it.kind()) + ": " + value(it));
            }
        }
        return words;
    }

    private String value(Conversation.Found it) {
        return it.kind().equals("DATE")
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(getLocale())
                        .format(LocalDate.parse(it.value()))
                : it.value();
    }

    /** An analyst's table may say words of its own. */
    private String text(String prefix, String word) {
        String key = prefix + word;
        String text = getTranslation(key);
        return text.equals(key) ? word : text;
    }
}
