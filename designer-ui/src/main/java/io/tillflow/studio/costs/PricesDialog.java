package io.tillflow.studio.costs;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.tillflow.studio.costs.CostRate.Kind;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Notices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets what the things cost that a process uses. */
public final class PricesDialog extends Dialog {

    private final transient CostRates rates;
    private final Map<CostRate, BigDecimalField> fields = new LinkedHashMap<>();
    private final ComboBox<String> currency = new ComboBox<>();
    private final String seen;

    /** @param shown what there is to set, with the price it has */
    public PricesDialog(CostRates rates, String now, List<CostRate> shown, Runnable done) {
        this.rates = rates;
        this.seen = now;
        setHeaderTitle(getTranslation("costs.title"));
        setWidth("480px");
        currency.setLabel(getTranslation("costs.currency"));
        currency.setHelperText(getTranslation("costs.currency.help"));
        currency.setItems(CostRates.currencies().toList());
        currency.setItemLabelGenerator(
                it -> it + " · " + Currency.getInstance(it).getDisplayName(getLocale()));
        currency.setValue(now);
        currency.setRequiredIndicatorVisible(true);
        currency.setErrorMessage(getTranslation("costs.currency.needed"));
        FormLayout form = new FormLayout(currency);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        for (Kind kind : List.of(Kind.WORK, Kind.CALL)) {
            List<CostRate> some = shown.stream().filter(it -> it.kind() == kind).toList();
            if (!some.isEmpty()) {
                form.add(new H3(getTranslation(kind == Kind.WORK ? "costs.heading.work" : "costs.heading.call")));
                some.forEach(it -> form.add(field(it)));
            }
        }
        currency.addValueChangeListener(change -> units());
        units();
        Button ok = new Button(getTranslation("costs.save"), click -> save(done));
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("costs.text")), form);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private BigDecimalField field(CostRate rate) {
        BigDecimalField field = new BigDecimalField(label(rate));
        field.setPlaceholder(getTranslation("costs.none"));
        field.setClearButtonVisible(true);
        field.setI18n(
                new BigDecimalField.BigDecimalFieldI18n().setBadInputErrorMessage(getTranslation("costs.price.wrong")));
        field.setLocale(getLocale());
        field.setValue(plain(rate.price()));
        fields.put(rate, field);
        return field;
    }

    private String label(CostRate rate) {
        return rate.kind() == Kind.CALL
                ? rate.type()
                : rate.type().isEmpty()
                        ? getTranslation("costs.work.everybody")
                        : getTranslation("costs.work.group", rate.type());
    }

    /** "12.5" and not "12.500000", "10" and not "1E+1". */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal price) {
        return price == null ? null : new BigDecimal(price.stripTrailingZeros().toPlainString());
    }

    private void units() {
        String code = Objects.requireNonNullElse(currency.getValue(), "");
        fields.forEach((rate, field) -> field.setSuffixComponent(
                Pieces.text(getTranslation(rate.kind() == Kind.WORK ? "costs.per.hour" : "costs.per.call", code))));
    }

    private void save(Runnable done) {
        currency.setInvalid(currency.isEmpty());
        fields.values().forEach(this::check);
        if (currency.isInvalid() || fields.values().stream().anyMatch(BigDecimalField::isInvalid)) {
            return;
        }
        try {
            String chosen = currency.getValue();
            rates.save(seen, chosen.equals(seen) ? null : chosen, changes());
            Notices.done(getTranslation("costs.saved"));
            close();
            done.run();
        } catch (CurrencyChanged changed) {
            Notices.failed(getTranslation("costs.currency.changed", changed.now()));
        } catch (IllegalArgumentException wrong) {
            Notices.failed(getTranslation("costs.refused", Objects.toString(wrong.getMessage(), "")));
        }
    }

    private void check(BigDecimalField field) {
        BigDecimal price = field.getValue();
        if (price != null && !CostRate.allowed(price)) {
            field.setErrorMessage(getTranslation("costs.price.wrong"));
            field.setInvalid(true);
        }
    }

    /** Only what was changed here: somebody else may have set the rest meanwhile. */
    private List<CostRate> changes() {
        List<CostRate> changes = new ArrayList<>();
        fields.forEach((rate, field) -> {
            BigDecimal price = field.getValue();
            if (!same(price, rate.price())) {
                changes.add(new CostRate(rate.kind(), rate.type(), price));
            }
        });
        return changes;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null) {
            return other == null;
        }
        return other != null && one.compareTo(other) == 0;
    }
}
