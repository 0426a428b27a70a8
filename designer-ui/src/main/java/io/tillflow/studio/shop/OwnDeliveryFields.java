package io.tillflow.studio.shop;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.tillflow.studio.instances.Pieces;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What delivery costs in a further currency; an empty field follows the rate. */
class OwnDeliveryFields extends Details {
    private final BigDecimalField freeFrom = new BigDecimalField();
    private final BigDecimalField express = new BigDecimalField();
    private final Map<String, BigDecimalField> prices = new LinkedHashMap<>();

    /** @param countries where the shop sends to */
    OwnDeliveryFields(Profile.OwnDelivery own, Collection<String> countries) {
        setSummaryText(getTranslation("shop.profile.currency.delivery"));
        FormLayout form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("360px", 2));
        show(form, freeFrom, getTranslation("shop.profile.currency.free"), own.freeFrom());
        show(form, express, getTranslation("shop.profile.currency.express"), own.expressSurcharge());
        for (String country : countries) {
            String name = Locale.of("", country).getDisplayCountry(getLocale());
            prices.put(country, new BigDecimalField());
            show(
                    form,
                    prices.get(country),
                    getTranslation("shop.profile.currency.to", name),
                    own.prices().get(country));
        }
        add(Pieces.block(getTranslation("shop.profile.currency.delivery.text"), "meta"), form);
        setOpened(!own.equals(Profile.OwnDelivery.NONE));
    }

    private void show(FormLayout form, BigDecimalField field, String label, @Nullable Long amount) {
        field.setLabel(label);
        field.setLocale(getLocale());
        field.setValue(amount == null ? null : Money.typed(amount));
        form.add(field);
    }

    /** As it is typed; what is wrong with it, the shop says. */
    Profile.OwnDelivery wanted() {
        Map<String, Long> set = new LinkedHashMap<>();
        prices.forEach((country, field) -> {
            Long amount = amount(field);
            if (amount != null) {
                set.put(country, amount);
            }
        });
        return new Profile.OwnDelivery(amount(freeFrom), amount(express), set);
    }

    private static @Nullable Long amount(BigDecimalField field) {
        return field.getValue() == null ? null : (Long) Money.minor(field.getValue());
    }
}
