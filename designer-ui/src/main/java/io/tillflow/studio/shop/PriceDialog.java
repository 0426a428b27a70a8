package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.kit.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a price: now, or from a time on, or for a time. */
class PriceDialog extends Dialog {
    private static final int LONGEST = 160;

    private final BigDecimalField price = new BigDecimalField();
    private final TextField reason = new TextField();
    private final TextField reasonDe = new TextField();
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final UUID id = UUID.randomUUID();

    private final Select<String> currency = new Select<>();
    private final Map<String, Long> prices = new LinkedHashMap<>();

    PriceDialog(StockRow row, PriceDesk desk, Runnable done) {
        setHeaderTitle(getTranslation("shop.price.title", row.name()));
        setWidth("460px");
        desk.pricing(row.sku()).listed().forEach(it -> prices.put(it.currency(), it.price()));
        currency.setLabel(getTranslation("shop.profile.currency"));
        currency.setItems(prices.keySet());
        currency.addValueChangeListener(change -> in(change.getValue()));
        currency.setVisible(prices.size() > 1);
        price.setLabel(getTranslation("shop.price.new"));
        price.setErrorMessage(getTranslation("shop.price.wrong"));
        reason.setLabel(getTranslation("shop.price.reason"));
        reason.setHelperText(getTranslation("shop.price.reason.help"));
        reason.setMaxLength(LONGEST);
        reasonDe.setLabel(getTranslation("shop.price.reason-de"));
        reasonDe.setHelperText(getTranslation("shop.price.reason-de.help"));
        reasonDe.setMaxLength(LONGEST);
        from.setLabel(getTranslation("shop.price.from"));
        from.setHelperText(getTranslation("shop.price.from.help"));
        until.setLabel(getTranslation("shop.price.until"));
        until.setHelperText(getTranslation("shop.price.until.help"));
        until.setErrorMessage(getTranslation("shop.price.until.wrong"));
        from.setLocale(getLocale());
        until.setLocale(getLocale());
        currency.setValue(CurrencyFields.BASE);
        FormLayout form = new FormLayout(currency, price, reason, reasonDe, from, until);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        Button ok = new Button(getTranslation("shop.price.save"), click -> save(row, desk, done));
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("shop.price.text")), form);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    /** Prices that follow the shop's own go along with it. */
    private void in(String chosen) {
        boolean own = chosen.equals(CurrencyFields.BASE);
        price.setValue(Money.typed(prices.getOrDefault(chosen, 0L), chosen));
        price.setSuffixComponent(new Span(chosen));
        price.setHelperText(own ? "" : getTranslation("shop.price.fixed.help"));
    }

    private void save(StockRow row, PriceDesk desk, Runnable done) {
        long minor = Money.minor(price.getValue(), currency.getValue());
        Instant starts = instant(from.getValue());
        Instant ends = instant(until.getValue());
        price.setInvalid(minor <= 0);
        until.setInvalid(ends != null && starts != null && !ends.isAfter(starts));
        if (price.isInvalid() || until.isInvalid()) {
            return;
        }
        PriceDesk.Wanted wanted = new PriceDesk.Wanted(
                minor,
                currency.getValue(),
                reason.getValue().strip(),
                reasonDe.getValue().strip(),
                starts,
                ends);
        boolean now = starts == null && ends == null;
        if (Attempt.of(
                this,
                () -> {
                    if (now) {
                        desk.change(row.sku(), wanted);
                    } else {
                        desk.plan(id, row.sku(), wanted);
                    }
                },
                getTranslation(now ? "shop.price.changed" : "shop.price.planned"))) {
            close();
            done.run();
        }
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(Zone.here()).toInstant();
    }
}
