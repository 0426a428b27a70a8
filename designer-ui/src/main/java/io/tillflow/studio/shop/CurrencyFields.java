package io.tillflow.studio.shop;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.tillflow.studio.instances.Pieces;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** In which currencies the shop sells beside its own, at which rate and with which endings. */
class CurrencyFields extends Div {
    /** The shop's own. */
    static final String BASE = "EUR";

    private static final List<String> ENDINGS =
            List.of("EXACT", "FIVE_CENTS", "TEN_CENTS", "NINETY_FIVE", "NINETY_NINE", "WHOLE", "NINE");

    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private final List<String> countries = new ArrayList<>();

    private record Row(
            ComboBox<String> code,
            BigDecimalField rate,
            Select<String> ending,
            Checkbox offered,
            OwnDeliveryFields delivery) {}

    CurrencyFields() {
        add(
                Pieces.block(getTranslation("shop.profile.currencies.text"), "meta"),
                list,
                Pieces.button(
                        getTranslation("shop.profile.currency.add"),
                        "plus",
                        () -> row(
                                new Profile.Currency("", BigDecimal.ONE, "NINETY_FIVE", true, Profile.OwnDelivery.NONE),
                                true)));
        addClassName("rates");
    }

    /** @param sentTo where the shop sends to */
    void show(List<Profile.Currency> currencies, Collection<String> sentTo) {
        countries.clear();
        countries.addAll(sentTo);
        rows.clear();
        list.removeAll();
        currencies.forEach(it -> row(it, false));
    }

    /** One that was kept keeps its name: orders are in it. */
    private void row(Profile.Currency it, boolean fresh) {
        Row row = new Row(
                new ComboBox<>(),
                new BigDecimalField(),
                new Select<>(),
                new Checkbox(),
                new OwnDeliveryFields(it.delivery(), countries));
        row.code().setItems(codes());
        row.code()
                .setItemLabelGenerator(
                        code -> code + " " + Currency.getInstance(code).getDisplayName(getLocale()));
        row.code().setLabel(getTranslation("shop.profile.currency"));
        if (!it.code().isEmpty()) {
            row.code().setValue(it.code());
        }
        row.code().setReadOnly(!fresh);
        row.rate().setLabel(getTranslation("shop.profile.currency.rate", BASE));
        row.rate().setLocale(getLocale());
        row.rate().setValue(it.rate());
        row.ending().setLabel(getTranslation("shop.profile.currency.ending"));
        row.ending().setItems(ENDINGS);
        row.ending().setItemLabelGenerator(ending -> getTranslation("shop.profile.ending." + ending));
        row.ending().setValue(it.ending());
        row.offered().setLabel(getTranslation("shop.profile.currency.offered"));
        row.offered().setValue(it.offered());
        rows.add(row);
        Div line = new Div(row.code(), row.rate(), row.ending(), row.offered());
        line.addClassName("currency");
        list.add(line, row.delivery());
    }

    private static List<String> codes() {
        return Currency.getAvailableCurrencies().stream()
                .filter(it -> it.getDefaultFractionDigits() == 2)
                .map(Currency::getCurrencyCode)
                .filter(code -> !code.equals(BASE))
                .sorted()
                .toList();
    }

    /** As it is chosen; a row without a currency is none. */
    List<Profile.Currency> wanted() {
        return rows.stream()
                .filter(row -> row.code().getValue() != null)
                .map(row -> new Profile.Currency(
                        row.code().getValue(),
                        row.rate().getValue() == null
                                ? BigDecimal.ZERO
                                : row.rate().getValue(),
                        row.ending().getValue(),
                        row.offered().getValue(),
                        row.delivery().wanted()))
                .toList();
    }
}
