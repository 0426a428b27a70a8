package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a price: now, or from a time on, or for a time. */
class PriceDialog extends Dialog {
    private static final int LONGEST = 160;

    private final BigDecimalField price = new BigDecimalField();
    private final TextField reason = new TextField();
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final UUID id = UUID.randomUUID();

    PriceDialog(StockRow row, PriceDesk desk, Runnable done) {
        setHeaderTitle(getTranslation("shop.price.title", row.name()));
        setWidth("460px");
        price.setLabel(getTranslation("shop.price.new"));
        price.setValue(Money.typed(row.price()));
        price.setErrorMessage(getTranslation("shop.price.wrong"));
        reason.setLabel(getTranslation("shop.price.reason"));
        reason.setHelperText(getTranslation("shop.price.reason.help"));
        reason.setMaxLength(LONGEST);
        from.setLabel(getTranslation("shop.price.from"));
        from.setHelperText(getTranslation("shop.price.from.help"));
        until.setLabel(getTranslation("shop.price.until"));
        until.setHelperText(getTranslation("shop.price.until.help"));
        until.setErrorMessage(getTranslation("shop.price.until.wrong"));
        from.setLocale(getLocale());
        until.setLocale(getLocale());
        FormLayout form = new FormLayout(price, reason, from, until);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        Button ok = new Button(getTranslation("shop.price.save"), click -> save(row, desk, done));
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("shop.price.text")), form);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private void save(StockRow row, PriceDesk desk, Runnable done) {
        long minor = Money.minor(price.getValue());
        Instant starts = instant(from.getValue());
        Instant ends = instant(until.getValue());
        price.setInvalid(minor <= 0);
        until.setInvalid(ends != null && starts != null && !ends.isAfter(starts));
        if (price.isInvalid() || until.isInvalid()) {
            return;
        }
        String why = reason.getValue().strip();
        PriceDesk.Wanted wanted = new PriceDesk.Wanted(minor, why, starts, ends);
        boolean now = starts == null && ends == null;
        if (Attempt.of(
                this,
                () -> {
                    if (now) {
                        desk.change(row.sku(), minor, why);
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
        return local == null ? null : local.atZone(ZoneId.systemDefault()).toInstant();
    }
}
