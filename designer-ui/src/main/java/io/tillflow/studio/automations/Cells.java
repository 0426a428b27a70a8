package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Automations in words, for list and page alike. */
final class Cells {
    private Cells() {}

    static Badge state(Component page, Automation it) {
        State state = switch (it.state()) {
            case "on" -> State.COMPLETED;
            case "dry-run" -> State.RUNNING;
            case "paused" -> it.stoppedByLimit() ? State.DRAFT : State.WAITING;
            default -> State.CANCELLED;
        };
        return new Badge(
                state,
                page.getTranslation(
                        it.stoppedByLimit() ? "automations.state.limit" : "automations.state." + it.state()));
    }

    /** Who decided that, when and why; nothing while nobody has. */
    static Div decided(Automation it) {
        Div line = new Div();
        line.addClassNames("meta", "decided");
        if (it.changedBy() != null && it.changedAt() != null) {
            if (!it.stoppedByLimit()) {
                line.add(new Span(it.changedBy() + ", "));
            }
            line.add(Pieces.ago(it.changedAt()));
            if (it.reason() != null) {
                line.add(new Span(": " + it.reason()));
            }
        }
        return line;
    }

    static String triggers(Component page, Automation it) {
        return page.getTranslation("automations.begins", messages(it));
    }

    static String messages(Automation it) {
        return it.triggers().stream().map(Automation.Trigger::message).collect(Collectors.joining(", "));
    }

    /** What it did today, against its limits where it has some. */
    static Component limits(Component page, Automation it) {
        List<String> parts = new ArrayList<>();
        Integer most = it.limits().messagesPerDay();
        long written = it.usedToday().messages();
        if (most != null) {
            parts.add(page.getTranslation("automations.messages.of", written, most));
        } else if (written > 0) {
            parts.add(page.getTranslation("automations.messages", written));
        }
        Long spend = it.limits().spendPerDay();
        String currency = it.limits().currency();
        if (spend != null && currency != null) {
            long spent = it.usedToday().spend().getOrDefault(currency, 0L);
            parts.add(page.getTranslation(
                    "automations.spend.of",
                    money(spent, currency, UI.getCurrent().getLocale()),
                    money(spend, currency, UI.getCurrent().getLocale())));
        } else {
            it.usedToday()
                    .spend()
                    .forEach((unit, amount) -> parts.add(page.getTranslation(
                            "automations.spend",
                            money(amount, unit, UI.getCurrent().getLocale()))));
        }
        boolean limited = most != null || spend != null;
        return Pieces.text(
                parts.isEmpty() ? page.getTranslation("automations.unlimited") : String.join(" · ", parts),
                limited ? "num" : "dim");
    }

    static String money(long minorUnits, String currency, Locale locale) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(unit);
        int digits = Math.max(0, unit.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minorUnits, digits));
    }
}
