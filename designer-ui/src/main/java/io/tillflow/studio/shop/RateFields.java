package io.tillflow.studio.shop;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** To which countries the shop sends, for how much and how long it takes. */
class RateFields extends Div {
    /** Those whose taxes and postcodes the shop knows. */
    static final List<String> KNOWN = List.of("DE", "AT", "BE", "DK", "ES", "FR", "IE", "IT", "NL", "PL", "SE");

    private static final int LONGEST = 60;

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private record Row(Checkbox sends, BigDecimalField price, IntegerField days) {}

    RateFields() {
        addClassName("rates");
        KNOWN.forEach(this::row);
    }

    private void row(String code) {
        String country = Locale.of("", code).getDisplayCountry(getLocale());
        Row row = new Row(new Checkbox(country), new BigDecimalField(), new IntegerField());
        row.price().setAriaLabel(getTranslation("shop.profile.rate.price", country));
        row.days().setAriaLabel(getTranslation("shop.profile.rate.days", country));
        row.price().setSuffixComponent(new Div("€"));
        row.days().setSuffixComponent(new Div(getTranslation("shop.profile.rate.unit")));
        row.days().setMin(1);
        row.days().setMax(LONGEST);
        row.sends().addValueChangeListener(change -> {
            row.price().setEnabled(change.getValue());
            row.days().setEnabled(change.getValue());
        });
        rows.put(code, row);
        Div line = new Div(row.sends(), row.price(), row.days());
        line.addClassName("rate");
        add(line);
    }

    void show(Map<String, Profile.Rate> rates) {
        rows.forEach((code, row) -> {
            Profile.@Nullable Rate rate = rates.get(code);
            row.sends().setValue(rate != null);
            row.price().setEnabled(rate != null);
            row.days().setEnabled(rate != null);
            row.price().setValue(Money.typed(rate == null ? 0 : rate.price()));
            row.days().setValue(rate == null ? 1 : rate.days());
        });
    }

    Map<String, Profile.Rate> wanted() {
        Map<String, Profile.Rate> wanted = new LinkedHashMap<>();
        rows.forEach((code, row) -> {
            if (row.sends().getValue()) {
                int days = row.days().getValue() == null ? 0 : row.days().getValue();
                wanted.put(code, new Profile.Rate(Money.minor(row.price().getValue()), days));
            }
        });
        return wanted;
    }
}
