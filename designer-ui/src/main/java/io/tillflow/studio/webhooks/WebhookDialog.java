package io.tillflow.studio.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.webhooks.Webhook.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a webhook or changes one; a new one's secret is shown once, afterwards. */
class WebhookDialog extends Dialog {
    private final transient WebhooksDesk desk;
    private final Component page;
    private final TextField name = new TextField();
    private final ComboBox<String> message = new ComboBox<>();
    private final Select<String> signing = new Select<>();
    private final TextField header = new TextField();
    private final TextField idFrom = new TextField();
    private final TextField subjectFrom = new TextField();
    private final TextArea variables = new TextArea();
    private final IntegerField perMinute = new IntegerField();
    private transient Runnable done = () -> {};

    /** @param known the one to change; null for a new one */
    WebhookDialog(Component page, WebhooksDesk desk, AutomationsDesk automations, @Nullable Webhook known) {
        this.page = page;
        this.desk = desk;
        setHeaderTitle(known == null ? text("new") : page.getTranslation("schedules.edit.title", known.id()));
        setWidth("520px");
        message.setItems(messages(automations));
        message.setAllowCustomValue(true);
        message.addCustomValueSetListener(typed -> message.setValue(typed.getDetail()));
        signing.setItems("tillflow", "sha256-hex", "sha256-base64", "token");
        signing.setItemLabelGenerator(it -> text("signing." + it));
        perMinute.setMin(1);
        perMinute.setMax(6_000);
        labels();
        fill(known);
        Button ok = new Button(page.getTranslation("schedules.save"), click -> save());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        List.<HasSize>of(name, message, signing, header, idFrom, subjectFrom, variables, perMinute)
                .forEach(HasSize::setWidthFull);
        add(name, message, signing, header, variables, idFrom, subjectFrom, perMinute);
        getFooter().add(new Button(page.getTranslation("cancel"), click -> close()), ok);
    }

    WebhookDialog then(Runnable act) {
        done = act;
        return this;
    }

    private String text(String key) {
        return page.getTranslation("webhooks." + key);
    }

    private void labels() {
        name.setLabel(text("field.name"));
        name.setHelperText(text("field.name.hint"));
        message.setLabel(page.getTranslation("schedules.field.message"));
        message.setHelperText(page.getTranslation("schedules.field.message.hint"));
        signing.setLabel(text("field.signing"));
        header.setLabel(text("field.header"));
        header.setHelperText(text("field.header.hint"));
        idFrom.setLabel(text("field.id"));
        idFrom.setHelperText(text("field.id.hint"));
        subjectFrom.setLabel(text("field.subject"));
        subjectFrom.setHelperText(text("field.subject.hint"));
        variables.setLabel(text("field.variables"));
        variables.setHelperText(text("field.variables.hint"));
        perMinute.setLabel(text("field.rate"));
    }

    private void fill(@Nullable Webhook known) {
        signing.setValue(known == null ? "tillflow" : known.signing());
        perMinute.setValue(known == null ? 60 : known.perMinute());
        if (known == null) {
            return;
        }
        name.setValue(known.id());
        name.setReadOnly(true);
        message.setValue(known.message());
        header.setValue(known.header());
        idFrom.setValue(Objects.toString(known.idFrom(), ""));
        subjectFrom.setValue(Objects.toString(known.subjectFrom(), ""));
        variables.setValue(known.variables().entrySet().stream()
                .map(it -> it.getKey() + " = " + it.getValue())
                .collect(Collectors.joining("\n")));
        // another way of signing usually has another header
        signing.addValueChangeListener(chosen -> header.clear());
    }

    private static List<String> messages(AutomationsDesk automations) {
        try {
            return automations.all().stream()
                    .flatMap(it -> it.triggers().stream())
                    .map(it -> it.message())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (Away | Refused away) {
            return List.of();
        }
    }

    private void save() {
        Optional<Map<String, String>> places = places();
        String id = name.getValue().strip();
        name.setInvalid(id.isEmpty() || (!name.isReadOnly() && taken(id)));
        name.setErrorMessage(page.getTranslation(id.isEmpty() ? "connectors.needed" : "schedules.field.name.taken"));
        message.setInvalid(message.getValue() == null || message.getValue().isBlank());
        variables.setInvalid(places.isEmpty());
        variables.setErrorMessage(text("field.variables.wrong"));
        if (name.isInvalid() || message.isInvalid() || variables.isInvalid()) {
            return;
        }
        Asked asked = new Asked(
                message.getValue(),
                signing.getValue(),
                header.getValue(),
                idFrom.getValue(),
                subjectFrom.getValue(),
                places.get(),
                perMinute.getValue());
        if (Attempt.of(page, () -> keep(id, asked), page.getTranslation("schedules.save.done", id))) {
            close();
            Objects.requireNonNull(done).run();
        }
    }

    private void keep(String id, Asked asked) {
        Webhook saved = desk.save(id, asked);
        if (saved.secret() != null) {
            new SecretOnce(page, saved).open();
        }
    }

    private boolean taken(String id) {
        try {
            return desk.all().stream().anyMatch(it -> it.id().equals(id));
        } catch (Away | Refused away) {
            return false;
        }
    }

    /** One a line: name = place. */
    private Optional<Map<String, String>> places() {
        Map<String, String> places = new LinkedHashMap<>();
        for (String line : variables.getValue().lines().toList()) {
            int equal = line.indexOf('=');
            if (equal > 0) {
                places.put(
                        line.substring(0, equal).strip(),
                        line.substring(equal + 1).strip());
            } else if (!line.isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }
}
