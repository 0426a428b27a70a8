package io.tillflow.studio.patterns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import io.tillflow.studio.kit.Zone;
import io.tillflow.studio.patterns.Pattern.Asked;
import io.tillflow.studio.patterns.Pattern.Choice;
import io.tillflow.studio.patterns.Pattern.Choices;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is watched: metric, window, comparison. */
class RuleFields extends Div {
    private static final String DEFAULT_CURRENCY = "EUR";
    private static final BigDecimal USUAL_DEVIATIONS = new BigDecimal("4.5");

    private final Component page;
    private final transient Choices choices;
    private final Select<Choice> metric = new Select<>();
    private final Select<String> each = new Select<>();
    private final Select<String> span = new Select<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Select<String> compare = new Select<>();
    private final BigDecimalField bound = new BigDecimalField();
    private final IntegerField fewest = new IntegerField();
    private final IntegerField rest = new IntegerField();

    /** @param changed called when something was changed */
    RuleFields(Component page, Choices choices, @Nullable Pattern known, Runnable changed) {
        this.page = page;
        this.choices = choices;
        addClassName("rule-fields");
        metric.setItems(choices.items());
        metric.setItemLabelGenerator(it -> page.getTranslation("patterns.metric." + it.metric()));
        words(each, "each", "shop", "sku");
        words(span, "span", "quarter-hour", "hour", "day", "week");
        words(compare, "compare", "below", "above", "unusual", "unusually-low", "unusually-high");
        zone.setItems(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        bound.setLocale(page.getUI().map(ui -> ui.getLocale()).orElse(java.util.Locale.ENGLISH));
        fewest.setMin(0);
        rest.setMin(0);
        fewest.setHelperText(page.getTranslation("patterns.field.fewest.hint"));
        rest.setHelperText(page.getTranslation("patterns.field.rest.hint"));
        fill(known);
        label();
        List.of(metric, each, span, compare).forEach(it -> {
            it.setWidthFull();
            it.addValueChangeListener(chosen -> {
                shape();
                changed.run();
            });
        });
        zone.setWidthFull();
        bound.setWidthFull();
        fewest.setWidthFull();
        rest.setWidthFull();
        zone.addValueChangeListener(chosen -> changed.run());
        bound.addValueChangeListener(typed -> changed.run());
        fewest.addValueChangeListener(typed -> changed.run());
        rest.addValueChangeListener(typed -> changed.run());
        add(metric, each, span, compare, bound, fewest, rest, zone);
        shape();
    }

    private void label() {
        metric.setLabel(page.getTranslation("patterns.field.metric"));
        each.setLabel(page.getTranslation("patterns.field.each"));
        span.setLabel(page.getTranslation("patterns.field.span"));
        compare.setLabel(page.getTranslation("patterns.field.compare"));
        fewest.setLabel(page.getTranslation("patterns.field.fewest"));
        rest.setLabel(page.getTranslation("patterns.field.rest"));
        zone.setLabel(page.getTranslation("schedules.field.zone"));
    }

    private void words(Select<String> field, String kind, String... words) {
        field.setItems(words);
        field.setItemLabelGenerator(it -> page.getTranslation("patterns." + kind + "." + it));
    }

    private void fill(@Nullable Pattern known) {
        metric.setValue(choices.items().stream()
                .filter(it -> known == null || it.metric().equals(known.metric()))
                .findFirst()
                .orElseThrow());
        each.setValue(known == null ? "shop" : known.each());
        span.setValue(known == null ? "day" : known.span());
        compare.setValue(known == null ? "unusually-low" : known.compare());
        zone.setValue(known == null ? Zone.here().getId() : known.zone());
        fewest.setValue(known == null ? 10 : known.fewest());
        rest.setValue(known == null ? 24 : known.restHours());
        bound.setValue(
                known == null
                        ? USUAL_DEVIATIONS
                        : BigDecimal.valueOf(known.bound())
                                .movePointLeft(known.compare().startsWith("unusual") ? 0 : digits())
                                .stripTrailingZeros());
    }

    /** Shows what the choices so far leave to say. */
    private void shape() {
        Choice watched = metric.getValue();
        each.setVisible(watched.perSku());
        fewest.setVisible(watched.share());
        String what = withItsPast() ? "deviations" : watched.unit();
        bound.setLabel(page.getTranslation("patterns.field.bound." + what, currency()));
        bound.setHelperText(page.getTranslation("patterns.field.bound.hint." + (withItsPast() ? "past" : "fixed")));
    }

    private boolean withItsPast() {
        return compare.getValue().startsWith("unusual");
    }

    private String currency() {
        return choices.currency() == null ? DEFAULT_CURRENCY : choices.currency();
    }

    private int digits() {
        return metric.getValue().unit().equals("money")
                ? Math.max(0, Currency.getInstance(currency()).getDefaultFractionDigits())
                : 0;
    }

    Asked asked(@Nullable String misfire, @Nullable String message, @Nullable JsonNode data, boolean paused) {
        BigDecimal limit = bound.getValue();
        return new Asked(
                metric.getValue().metric(),
                metric.getValue().perSku() ? each.getValue() : "shop",
                span.getValue(),
                zone.getValue(),
                compare.getValue(),
                limit == null
                        ? null
                        : limit.movePointRight(withItsPast() ? 0 : digits()).doubleValue(),
                fewest.getValue(),
                rest.getValue(),
                misfire,
                message,
                data,
                paused);
    }
}
