package io.tillflow.studio.schedules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tillflow.studio.automations.Automation.Trigger;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.kit.Zone;
import io.tillflow.studio.schedules.Schedule.Asked;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a schedule or changes one; shows when it would be due while one writes. */
class ScheduleDialog extends Dialog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient SchedulesDesk desk;
    private final Component page;
    private final boolean paused;
    private final TextField name = new TextField();
    private final TextField cron = new TextField();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Div ahead = new Div();
    private final ComboBox<String> message = new ComboBox<>();
    private final Select<String> misfire = new Select<>();
    private final TextArea data = new TextArea();
    private transient Runnable done = () -> {};

    /** @param known the one to change; null for a new one */
    ScheduleDialog(Component page, SchedulesDesk desk, AutomationsDesk automations, @Nullable Schedule known) {
        this.page = page;
        this.desk = desk;
        this.paused = known != null && known.paused();
        setHeaderTitle(page.getTranslation(known == null ? "schedules.new" : "schedules.edit.title", id(known)));
        setWidth("480px");
        label(name, "name");
        label(cron, "cron");
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        zone.setItems(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        misfire.setItems("once", "all", "skip");
        misfire.setItemLabelGenerator(it -> page.getTranslation("schedules.misfire." + it));
        message.setItems(messages(automations));
        message.setAllowCustomValue(true);
        message.addCustomValueSetListener(typed -> message.setValue(typed.getDetail()));
        fill(known);
        zone.setLabel(page.getTranslation("schedules.field.zone"));
        message.setLabel(page.getTranslation("schedules.field.message"));
        message.setHelperText(page.getTranslation("schedules.field.message.hint"));
        misfire.setLabel(page.getTranslation("schedules.field.misfire"));
        data.setLabel(page.getTranslation("schedules.field.data"));
        data.setHelperText(page.getTranslation("schedules.field.data.hint"));
        ahead.addClassNames("meta", "ahead");
        List.<HasSize>of(name, cron, zone, message, misfire, data).forEach(HasSize::setWidthFull);
        cron.addValueChangeListener(typed -> preview());
        zone.addValueChangeListener(typed -> preview());
        Button ok = new Button(page.getTranslation("schedules.save"), click -> save());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(name, cron, zone, ahead, message, misfire, data);
        getFooter().add(new Button(page.getTranslation("cancel"), click -> close()), ok);
        preview();
    }

    ScheduleDialog then(Runnable act) {
        done = act;
        return this;
    }

    private void fill(@Nullable Schedule known) {
        name.setValue(id(known));
        name.setReadOnly(known != null);
        cron.setValue(known == null ? "0 9 * * MON-FRI" : known.cron());
        zone.setValue(known == null ? Zone.here().getId() : known.zone());
        misfire.setValue(known == null ? "once" : known.misfire());
        data.setValue(known == null ? "{}" : known.data().toPrettyString());
        if (known != null) {
            message.setValue(known.message());
        }
    }

    private static String id(@Nullable Schedule known) {
        return known == null ? "" : known.id();
    }

    private void label(TextField field, String key) {
        field.setLabel(page.getTranslation("schedules.field." + key));
        field.setHelperText(page.getTranslation("schedules.field." + key + ".hint"));
    }

    /** The messages that begin something now. */
    private static List<String> messages(AutomationsDesk automations) {
        try {
            return automations.all().stream()
                    .flatMap(it -> it.triggers().stream())
                    .map(Trigger::message)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (Away | Refused away) {
            return List.of();
        }
    }

    private void preview() {
        if (cron.getValue().isBlank() || zone.getValue() == null) {
            ahead.setText("");
            return;
        }
        try {
            String dues = desk.preview(cron.getValue(), zone.getValue()).stream()
                    .limit(3)
                    .map(due -> ScheduleCells.local(
                            due, zone.getValue(), page.getUI().orElseThrow().getLocale()))
                    .collect(Collectors.joining(" · "));
            ahead.setText(
                    dues.isEmpty()
                            ? page.getTranslation("schedules.next.never")
                            : page.getTranslation("schedules.field.ahead", dues));
            cron.setInvalid(false);
        } catch (Refused refused) {
            cron.setInvalid(true);
            cron.setErrorMessage(refused.why());
            ahead.setText("");
        } catch (Away away) {
            ahead.setText(page.getTranslation("schedules.away"));
        }
    }

    private void save() {
        Optional<JsonNode> variables = variables();
        name.setInvalid(name.getValue().isBlank());
        message.setInvalid(message.getValue() == null || message.getValue().isBlank());
        data.setInvalid(variables.isEmpty());
        data.setErrorMessage(page.getTranslation("schedules.field.data.wrong"));
        if (name.isInvalid() || message.isInvalid() || data.isInvalid()) {
            return;
        }
        String id = name.getValue().strip();
        if (!name.isReadOnly() && taken(id)) {
            name.setInvalid(true);
            name.setErrorMessage(page.getTranslation("schedules.field.name.taken"));
            return;
        }
        Asked asked = new Asked(
                cron.getValue(), zone.getValue(), misfire.getValue(), message.getValue(), variables.get(), paused);
        if (Attempt.of(page, () -> desk.save(id, asked), page.getTranslation("schedules.save.done", id))) {
            close();
            Objects.requireNonNull(done).run();
        }
    }

    private boolean taken(String id) {
        try {
            return desk.all().stream().anyMatch(it -> it.id().equals(id));
        } catch (Away | Refused away) {
            return false;
        }
    }

    private Optional<JsonNode> variables() {
        try {
            return Optional.of(JSON.readTree(data.getValue().isBlank() ? "{}" : data.getValue()))
                    .filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
