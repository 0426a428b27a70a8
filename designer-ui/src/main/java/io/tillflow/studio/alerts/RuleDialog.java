package io.tillflow.studio.alerts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.alerts.AlertRule.Kind;
import io.tillflow.studio.alerts.AlertRules.NameTaken;
import io.tillflow.studio.kit.Notices;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes a rule, or changes one. */
final class RuleDialog extends Dialog {

    private final AlertChoices choices;
    private final Optional<AlertRule> before;
    private final TextField name = new TextField();
    private final Select<Kind> kind = new Select<>();
    private final ComboBox<String> subject = new ComboBox<>();
    private final IntegerField threshold = new IntegerField();
    private final IntegerField minutes = new IntegerField();
    private final EmailField email = new EmailField();
    private final TextField chat = new TextField();

    /** @param save refuses with {@link NameTaken} */
    RuleDialog(AlertChoices choices, Optional<AlertRule> before, Consumer<AlertRule> save, Runnable saved) {
        this.choices = choices;
        this.before = before;
        setHeaderTitle(getTranslation(before.isPresent() ? "alerts.edit" : "alerts.new"));
        setWidth("480px");
        name.setLabel(getTranslation("alerts.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(100);
        kind.setLabel(getTranslation("alerts.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(it -> getTranslation("alerts.kind." + word(it)));
        subject.setAllowCustomValue(true);
        subject.addCustomValueSetListener(set -> subject.setValue(set.getDetail()));
        subject.setClearButtonVisible(true);
        threshold.setLabel(getTranslation("alerts.threshold"));
        threshold.setStepButtonsVisible(true);
        threshold.setMin(1);
        minutes.setStepButtonsVisible(true);
        email.setLabel(getTranslation("alerts.email"));
        email.setHelperText(getTranslation("alerts.email.help"));
        email.setErrorMessage(getTranslation("alerts.email.wrong"));
        chat.setLabel(getTranslation("alerts.chat"));
        chat.setHelperText(getTranslation("alerts.chat.help"));
        chat.setErrorMessage(getTranslation("alerts.chat.wrong"));
        chat.setPattern(AlertRule.SECRET.pattern());
        kind.addValueChangeListener(change -> shape(change.getValue()));
        FormLayout form = new FormLayout(name, kind, subject, threshold, minutes, email, chat);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        fill();
        Button ok = new Button(getTranslation("alerts.save"), click -> save(save, saved));
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(form);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    private void fill() {
        AlertRule rule = before.orElseGet(() -> new AlertRule(0, "-", Kind.INCIDENTS, "", 5, 15, "", "", true));
        kind.setValue(rule.kind());
        name.setValue(before.map(AlertRule::name).orElse(""));
        subject.setValue(rule.subject().isEmpty() ? null : rule.subject());
        threshold.setValue((int) rule.threshold());
        minutes.setValue(rule.minutes());
        email.setValue(rule.email());
        chat.setValue(rule.chat());
    }

    /** Each kind asks for something a little different. */
    private void shape(Kind chosen) {
        String former = subject.getValue();
        boolean jobs = chosen == Kind.BACKLOG;
        subject.setLabel(getTranslation(jobs ? "alerts.subject.job" : "alerts.subject.process"));
        subject.setPlaceholder(getTranslation(jobs ? "alerts.any.job" : "alerts.any.process"));
        subject.setItemLabelGenerator(it -> choices.name(chosen, it));
        subject.setItems(choices.subjects(chosen));
        subject.setValue(former);
        minutes.setVisible(chosen != Kind.STALL);
        minutes.setLabel(getTranslation("alerts.minutes." + word(chosen)));
        minutes.setMin(jobs ? 0 : 1);
        if (chosen == Kind.STALL) {
            minutes.setValue(0);
        } else if (minutes.isEmpty() || (minutes.getValue() == 0 && !jobs)) {
            minutes.setValue(60);
        }
    }

    private void save(Consumer<AlertRule> save, Runnable saved) {
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(getTranslation("alerts.name.needed"));
        threshold.setInvalid(threshold.isEmpty());
        minutes.setInvalid(minutes.isEmpty());
        if (name.isInvalid() || threshold.isInvalid() || minutes.isInvalid() || email.isInvalid() || chat.isInvalid()) {
            return;
        }
        try {
            save.accept(rule());
            close();
            saved.run();
        } catch (NameTaken taken) {
            name.setErrorMessage(getTranslation("alerts.name.taken"));
            name.setInvalid(true);
        } catch (IllegalArgumentException wrong) {
            Notices.failed(getTranslation("alerts.failed", Objects.toString(wrong.getMessage(), "")));
        }
    }

    private AlertRule rule() {
        return new AlertRule(
                before.map(AlertRule::id).orElse(0L),
                name.getValue(),
                kind.getValue(),
                Objects.requireNonNullElse(subject.getValue(), ""),
                threshold.getValue(),
                minutes.getValue(),
                email.getValue(),
                chat.getValue(),
                before.map(AlertRule::on).orElse(true));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
