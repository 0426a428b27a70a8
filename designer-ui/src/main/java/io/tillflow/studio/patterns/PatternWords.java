package io.tillflow.studio.patterns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.patterns.Pattern.Made;
import io.tillflow.studio.patterns.Pattern.Sighting;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Patterns in words, for list and page alike. */
final class PatternWords {
    private static final String MONEY = "money";

    private PatternWords() {}

    static Badge state(Component page, Pattern it) {
        if (it.trouble() != null) {
            return new Badge(State.INCIDENT, page.getTranslation("patterns.state.trouble"));
        }
        return it.paused()
                ? new Badge(State.WAITING, page.getTranslation("schedules.state.paused"))
                : new Badge(State.COMPLETED, page.getTranslation("schedules.state.on"));
    }

    /** "Orders, each day: below 30". */
    static Div rule(Component page, Pattern it) {
        String what = page.getTranslation("patterns.metric." + it.metric());
        String each = it.each().equals("sku") ? ", " + page.getTranslation("patterns.each.sku") : "";
        return new Div(
                new Div(new Span(what + each)),
                Pieces.block(
                        page.getTranslation("patterns.span." + it.span()) + ": "
                                + page.getTranslation("patterns.compare." + it.compare()) + " " + bound(page, it),
                        "meta"));
    }

    private static String bound(Component page, Pattern it) {
        return it.compare().startsWith("unusual")
                ? page.getTranslation("patterns.deviations", number(it.bound(), locale(page)))
                : value(it.bound(), it.unit(), it.currency(), locale(page));
    }

    static String value(double value, String unit, @Nullable String currency, Locale locale) {
        if (unit.equals(MONEY)) {
            return Amounts.text(Math.round(value), currency == null ? "" : currency, locale);
        }
        return number(value, locale) + (unit.equals("percent") ? " %" : "");
    }

    private static String number(double value, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** What would have been within bounds: "at least 30", "at most 90", or both. */
    static String usual(Component page, Sighting it, String unit, @Nullable String currency) {
        Double low = it.low();
        Double high = it.high();
        Locale locale = locale(page);
        String least = low == null
                ? ""
                : page.getTranslation("patterns.least", value(Math.max(0, low), unit, currency, locale));
        String most = high == null ? "" : page.getTranslation("patterns.most", value(high, unit, currency, locale));
        return least.isEmpty() || most.isEmpty() ? least + most : least + ", " + most;
    }

    /** A window's beginning as a clock of the pattern's own zone shows it. */
    static String window(Component page, Instant from, String span, String zone) {
        String form = span.equals("day") || span.equals("week") ? "EEE d MMM yyyy" : "EEE d MMM yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(form, locale(page))
                .withZone(ZoneId.of(zone))
                .format(from);
    }

    static Component begins(Component page, Pattern it) {
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
    static Component outcome(Component page, Made it) {
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
