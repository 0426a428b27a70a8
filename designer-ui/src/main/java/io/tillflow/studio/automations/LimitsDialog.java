package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.automations.Automation.Limits;
import io.tillflow.studio.connectors.Attempt;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many messages and how much money an automation may send out a day. */
class LimitsDialog extends Dialog {
    private final transient AutomationsDesk desk;
    private final transient Automation automation;
    private final Component page;
    private final IntegerField messages = new IntegerField();
    private final BigDecimalField spend = new BigDecimalField();
    private final TextField currency = new TextField();
    private transient Runnable done = () -> {};

    LimitsDialog(Component page, AutomationsDesk desk, Automation automation) {
        this.page = page;
        this.desk = desk;
        this.automation = automation;
        setHeaderTitle(page.getTranslation("automations.limits.title", automation.name()));
        setWidth("440px");
        messages.setLabel(page.getTranslation("automations.limits.messages"));
        messages.setHelperText(page.getTranslation("automations.limits.messages.hint"));
        messages.setMin(1);
        messages.setWidthFull();
        spend.setLabel(page.getTranslation("automations.limits.spend"));
        spend.setHelperText(page.getTranslation("automations.limits.spend.hint"));
        spend.setLocale(getLocale());
        currency.setLabel(page.getTranslation("automations.limits.currency"));
        currency.setValue("EUR");
        currency.setMaxLength(3);
        currency.setWidth("96px");
        fill(automation.limits());
        Div money = new Div(spend, currency);
        money.addClassNames("row", "limit-money");
        Button ok = new Button(page.getTranslation("automations.limits.ok"), click -> save());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(page.getTranslation("automations.limits.text")), messages, money);
        getFooter().add(new Button(page.getTranslation("cancel"), click -> close()), ok);
    }

    LimitsDialog then(Runnable act) {
        done = act;
        return this;
    }

    private void fill(Limits limits) {
        messages.setValue(limits.messagesPerDay());
        if (limits.spendPerDay() != null && limits.currency() != null) {
            currency.setValue(limits.currency());
            spend.setValue(BigDecimal.valueOf(
                    limits.spendPerDay(), digits(limits.currency()).orElse(2)));
        }
    }

    private void save() {
        String unit = currency.getValue().strip().toUpperCase(Locale.ROOT);
        Optional<Integer> digits = digits(unit);
        @Nullable BigDecimal amount = spend.getValue();
        currency.setInvalid(amount != null && digits.isEmpty());
        spend.setInvalid(amount != null && amount.signum() <= 0);
        if (messages.isInvalid() || currency.isInvalid() || spend.isInvalid()) {
            return;
        }
        Limits limits = amount == null
                ? new Limits(messages.getValue(), null, null)
                : new Limits(
                        messages.getValue(),
                        amount.movePointRight(digits.orElse(2)).longValue(),
                        unit);
        if (Attempt.of(
                page,
                () -> desk.limit(automation.id(), limits),
                page.getTranslation("automations.limits.done", automation.name()))) {
            close();
            done.run();
        }
    }

    private static Optional<Integer> digits(String currency) {
        try {
            return Optional.of(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
