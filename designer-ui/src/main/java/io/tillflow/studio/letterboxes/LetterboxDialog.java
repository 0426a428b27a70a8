package io.tillflow.studio.letterboxes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.ConnectorsDesk;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.letterboxes.Letterbox.Asked;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a letterbox or changes one; a password that is typed goes among the secrets and is never shown. */
class LetterboxDialog extends Dialog {
    private static final List<String> PARTS = List.of("from", "subject", "text", "attachments");

    private final transient LetterboxesDesk desk;
    private final transient ConnectorsDesk connectors;
    private final Component page;
    private final boolean paused;
    private final TextField name = new TextField();
    private final TextField host = new TextField();
    private final Select<String> security = new Select<>();
    private final IntegerField port = new IntegerField();
    private final TextField login = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField folder = new TextField();
    private final ComboBox<String> message = new ComboBox<>();
    private final CheckboxGroup<String> takes = new CheckboxGroup<>();
    private final IntegerField mostText = new IntegerField();
    private final Checkbox automatic = new Checkbox();
    private final Checkbox ordersToSupport = new Checkbox();
    private final IntegerField every = new IntegerField();
    private transient Runnable done = () -> {};

    /** @param known the one to change; null for a new one */
    LetterboxDialog(
            Component page,
            LetterboxesDesk desk,
            ConnectorsDesk connectors,
            AutomationsDesk automations,
            @Nullable Letterbox known) {
        this.page = page;
        this.desk = desk;
        this.connectors = connectors;
        this.paused = known != null && known.paused();
        setHeaderTitle(known == null ? text("new") : page.getTranslation("schedules.edit.title", known.id()));
        setWidth("520px");
        message.setItems(messages(automations));
        message.setAllowCustomValue(true);
        message.addCustomValueSetListener(typed -> message.setValue(typed.getDetail()));
        security.setItems("tls", "starttls", "none");
        security.setItemLabelGenerator(it -> text("security." + it));
        takes.setItems(PARTS);
        takes.setItemLabelGenerator(it -> text("takes." + it));
        labels();
        fill(known);
        Button ok = new Button(page.getTranslation("schedules.save"), click -> save());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        List.<HasSize>of(name, host, security, port, login, password, folder, message, takes, mostText, every)
                .forEach(HasSize::setWidthFull);
        add(
                name,
                host,
                security,
                port,
                login,
                password,
                folder,
                message,
                takes,
                mostText,
                automatic,
                ordersToSupport,
                every);
        getFooter().add(new Button(page.getTranslation("cancel"), click -> close()), ok);
    }

    LetterboxDialog then(Runnable act) {
        done = act;
        return this;
    }

    private String text(String key) {
        return page.getTranslation("letterboxes." + key);
    }

    private void labels() {
        name.setLabel(text("field.name"));
        name.setHelperText(text("field.name.hint"));
        host.setLabel(text("field.host"));
        host.setHelperText(text("field.host.hint"));
        security.setLabel(text("field.security"));
        port.setLabel(text("field.port"));
        port.setHelperText(text("field.port.hint"));
        login.setLabel(text("field.login"));
        login.getElement().setAttribute("autocomplete", "off");
        password.setLabel(text("field.password"));
        password.setHelperText(text("field.password.hint"));
        password.setRevealButtonVisible(false);
        password.getElement().setAttribute("autocomplete", "new-password");
        folder.setLabel(text("field.folder"));
        message.setLabel(page.getTranslation("schedules.field.message"));
        message.setHelperText(page.getTranslation("schedules.field.message.hint"));
        takes.setLabel(text("field.takes"));
        takes.setHelperText(text("field.takes.hint"));
        mostText.setLabel(text("field.text"));
        mostText.setMin(0);
        mostText.setMax(20_000);
        automatic.setLabel(text("field.automatic"));
        ordersToSupport.setLabel(text("field.support"));
        ordersToSupport.setHelperText(text("field.support.hint"));
        every.setLabel(text("field.every"));
        every.setMin(10);
        every.setMax(3_600);
    }

    private void fill(@Nullable Letterbox known) {
        security.setValue(known == null ? "tls" : known.security());
        folder.setValue(known == null ? "INBOX" : known.folder());
        takes.setValue(known == null ? Set.of("from", "subject", "text") : Set.copyOf(known.takes()));
        mostText.setValue(known == null ? 4_000 : known.mostText());
        every.setValue(known == null ? 60 : known.everySeconds());
        if (known == null) {
            return;
        }
        name.setValue(known.id());
        name.setReadOnly(true);
        host.setValue(known.host());
        port.setValue(known.port());
        login.setValue(known.login());
        message.setValue(known.message());
        automatic.setValue(known.automatic());
        ordersToSupport.setValue(known.ordersToSupport());
        // another security usually has another port
        security.addValueChangeListener(chosen -> port.clear());
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
        String id = name.getValue().strip();
        name.setInvalid(id.isEmpty() || (!name.isReadOnly() && taken(id)));
        name.setErrorMessage(page.getTranslation(id.isEmpty() ? "connectors.needed" : "schedules.field.name.taken"));
        message.setInvalid(message.getValue() == null || message.getValue().isBlank());
        host.setInvalid(host.getValue().isBlank());
        login.setInvalid(login.getValue().isBlank());
        if (name.isInvalid() || message.isInvalid() || host.isInvalid() || login.isInvalid()) {
            return;
        }
        if (Attempt.of(page, () -> keep(id), page.getTranslation("schedules.save.done", id))) {
            close();
            Objects.requireNonNull(done).run();
        }
    }

    private void keep(String id) {
        Letterbox saved = desk.save(
                id,
                new Asked(
                        host.getValue(),
                        port.getValue(),
                        security.getValue(),
                        login.getValue(),
                        folder.getValue(),
                        message.getValue(),
                        PARTS.stream().filter(takes.getValue()::contains).toList(),
                        mostText.getValue(),
                        automatic.getValue(),
                        ordersToSupport.getValue(),
                        every.getValue(),
                        paused));
        if (!password.getValue().isEmpty()) {
            connectors.setSecret(saved.secretName(), password.getValue());
            desk.look(id);
        }
    }

    private boolean taken(String id) {
        try {
            return desk.all().stream().anyMatch(it -> it.id().equals(id));
        } catch (Away | Refused away) {
            return false;
        }
    }
}
