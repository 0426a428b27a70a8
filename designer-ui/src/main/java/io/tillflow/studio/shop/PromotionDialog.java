package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.kit.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a promotion, or changes one; an end in the past ends it. */
class PromotionDialog extends Dialog {
    private static final String PERCENT = "PERCENT";
    private static final String AMOUNT = "AMOUNT";
    private static final String BUY = "BUY_X_GET_Y";

    private final TextField id = new TextField();
    private final TextField title = new TextField();
    private final TextField titleDe = new TextField();
    private final TextField code = new TextField();
    private final Select<String> kind = new Select<>();
    private final IntegerField percent = new IntegerField();
    private final BigDecimalField amount = new BigDecimalField();
    private final IntegerField buys = new IntegerField();
    private final IntegerField gets = new IntegerField();
    private final TextField category = new TextField();
    private final BigDecimalField atLeast = new BigDecimalField();
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final IntegerField uses = new IntegerField();
    private final IntegerField each = new IntegerField();
    private final Checkbox combines = new Checkbox();

    /** @param known null for a new one */
    PromotionDialog(@Nullable Promotion known, Instant now, PriceDesk desk, Runnable done) {
        setHeaderTitle(known == null ? say("new") : known.title());
        setWidth("640px");
        kind.setItems(List.of(PERCENT, AMOUNT, "FREE_DELIVERY", BUY));
        kind.setItemLabelGenerator(it -> say("kind." + it));
        kind.addValueChangeListener(change -> fit());
        labels();
        fill(known, now);
        FormLayout form = new FormLayout(
                title, titleDe, id, kind, percent, amount, buys, gets, code, category, atLeast, uses, each, from, until,
                combines);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("480px", 2));
        add(form);
        Button ok = new Button(say("save"), click -> {
            if (named() && Attempt.of(this, () -> desk.save(wanted(now)), say("saved"))) {
                close();
                done.run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private void labels() {
        label(id, "id");
        label(title, "title");
        label(titleDe, "title-de");
        titleDe.setHelperText(say("title-de.help"));
        label(code, "code");
        kind.setLabel(say("kind"));
        percent.setLabel(say("percent.label"));
        amount.setLabel(say("amount.label"));
        buys.setLabel(say("buys.label"));
        gets.setLabel(say("gets.label"));
        label(category, "category");
        atLeast.setLabel(say("least.label"));
        from.setLabel(getTranslation("shop.price.from"));
        until.setLabel(getTranslation("shop.price.until"));
        from.setLocale(getLocale());
        until.setLocale(getLocale());
        uses.setLabel(say("uses.label"));
        each.setLabel(say("each.label"));
        combines.setLabel(say("combines"));
        code.setHelperText(say("code.help"));
        category.setHelperText(say("category.help"));
    }

    private void label(TextField field, String key) {
        field.setLabel(say(key + ".label"));
        field.setMaxLength(80);
    }

    private void fill(@Nullable Promotion known, Instant now) {
        kind.setValue(known == null ? PERCENT : known.kind());
        combines.setValue(known == null || known.combines());
        from.setValue(local(known == null ? now : known.startsAt()));
        if (known != null) {
            id.setValue(known.id());
            id.setReadOnly(true);
            title.setValue(known.title());
            titleDe.setValue(known.titleDe() == null ? "" : known.titleDe());
            code.setValue(known.code() == null ? "" : known.code());
            percent.setValue(known.kind().equals(PERCENT) ? (int) known.value() : null);
            amount.setValue(known.kind().equals(AMOUNT) ? Money.typed(known.value()) : null);
            buys.setValue(known.buys());
            gets.setValue(known.gets());
            category.setValue(known.category() == null ? "" : known.category());
            atLeast.setValue(known.atLeast() == 0 ? null : Money.typed(known.atLeast()));
            uses.setValue(known.mostUses());
            each.setValue(known.mostPerCustomer());
            if (known.endsAt() != null) {
                until.setValue(local(known.endsAt()));
            }
        }
        fit();
    }

    /** Without a name the shop could not say what is wrong with it. */
    private boolean named() {
        id.setErrorMessage(say("id.wrong"));
        id.setInvalid(!id.getValue().strip().toLowerCase(Locale.ROOT).matches("[a-z0-9-]{1,40}"));
        title.setErrorMessage(say("title.missing"));
        title.setInvalid(title.getValue().isBlank());
        return !id.isInvalid() && !title.isInvalid();
    }

    /** Only what the kind needs is asked for. */
    private void fit() {
        percent.setVisible(PERCENT.equals(kind.getValue()));
        amount.setVisible(AMOUNT.equals(kind.getValue()));
        for (Component field : List.of(buys, gets)) {
            field.setVisible(BUY.equals(kind.getValue()));
        }
    }

    /** As it is typed; what is wrong with it, the shop says. */
    private Promotion wanted(Instant now) {
        long value = switch (kind.getValue()) {
            case PERCENT -> number(percent.getValue());
            case AMOUNT -> Money.minor(amount.getValue());
            default -> 0;
        };
        LocalDateTime starts = from.getValue();
        LocalDateTime ends = until.getValue();
        return new Promotion(
                id.getValue().strip().toLowerCase(Locale.ROOT),
                blankToNull(code.getValue()),
                title.getValue().strip(),
                blankToNull(titleDe.getValue()),
                kind.getValue(),
                value,
                number(buys.getValue()),
                number(gets.getValue()),
                blankToNull(category.getValue()),
                atLeast.getValue() == null ? 0 : Money.minor(atLeast.getValue()),
                combines.getValue(),
                starts == null ? now : instant(starts),
                ends == null ? null : instant(ends),
                uses.getValue(),
                each.getValue());
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(Zone.here()).toInstant();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, Zone.here());
    }

    private String say(String key) {
        return getTranslation("shop.promotion." + key);
    }
}
