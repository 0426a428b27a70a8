package io.tillflow.studio.patterns;

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
import io.tillflow.studio.automations.Automation.Trigger;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.patterns.Pattern.Asked;
import io.tillflow.studio.patterns.Pattern.Past;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a pattern or changes one; shows when it would have been seen while one chooses. */
class PatternDialog extends Dialog {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 3;

    private final transient PatternsDesk desk;
    private final Component page;
    private final boolean paused;
    private final TextField name = new TextField();
    private final Div past = new Div();
    private final ComboBox<String> message = new ComboBox<>();
    private final Select<String> misfire = new Select<>();
    private final TextArea data = new TextArea();
    private @Nullable RuleFields rule;
    private transient Runnable done = () -> {};

    /** @param known the one to change; null for a new one */
    PatternDialog(Component page, PatternsDesk desk, AutomationsDesk automations, @Nullable Pattern known) {
        this.page = page;
        this.desk = desk;
        this.paused = known != null && known.paused();
        setHeaderTitle(
                known == null
                        ? page.getTranslation("patterns.new")
                        : page.getTranslation("schedules.edit.title", known.id()));
        setWidth("480px");
        name.setLabel(page.getTranslation("schedules.field.name"));
        name.setHelperText(page.getTranslation("patterns.field.name.hint"));
        name.setValue(known == null ? "" : known.id());
        name.setReadOnly(known != null);
        misfire.setItems("once", "all", "skip");
        misfire.setItemLabelGenerator(it -> page.getTranslation("patterns.misfire." + it));
        misfire.setValue(known == null ? "once" : known.misfire());
        misfire.setLabel(page.getTranslation("schedules.field.misfire"));
        message.setItems(messages(automations));
        message.setAllowCustomValue(true);
        message.addCustomValueSetListener(typed -> message.setValue(typed.getDetail()));
        message.setLabel(page.getTranslation("schedules.field.message"));
        message.setHelperText(page.getTranslation("schedules.field.message.hint"));
        if (known != null) {
            message.setValue(known.message());
        }
        data.setLabel(page.getTranslation("schedules.field.data"));
        data.setHelperText(page.getTranslation("schedules.field.data.hint"));
        data.setValue(known == null ? "{}" : known.data().toPrettyString());
        past.addClassNames("meta", "ahead");
        List.<HasSize>of(name, message, misfire, data).forEach(HasSize::setWidthFull);
        build(known);
    }

    private void build(@Nullable Pattern known) {
        Button ok = new Button(page.getTranslation("schedules.save"), click -> save());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(name);
        try {
            rule = new RuleFields(page, desk.metrics(), known, this::preview);
            add(rule);
        } catch (Away | Refused away) {
            ok.setEnabled(false);
            past.setText(page.getTranslation("patterns.away"));
        }
        add(past, message, misfire, data);
        getFooter().add(new Button(page.getTranslation("cancel"), click -> close()), ok);
        preview();
    }

    PatternDialog then(Runnable act) {
        done = act;
        return this;
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
        if (rule == null) {
            return;
        }
        Asked asked = rule.asked(null, null, null, false);
        try {
            Past seen = desk.past(asked);
            String last = seen.items().stream()
                    .limit(SHOWN)
                    .map(it -> PatternWords.window(
                            page, it.from(), Objects.toString(asked.span(), ""), Objects.toString(asked.zone(), "UTC")))
                    .collect(Collectors.joining(" · "));
            past.setText(page.getTranslation("patterns.past.times", seen.times(), seen.days())
                    + (last.isEmpty() ? "" : " " + page.getTranslation("patterns.past.last", last)));
        } catch (Refused refused) {
            past.setText(refused.why());
        } catch (Away away) {
            past.setText(page.getTranslation("patterns.away"));
        }
    }

    private void save() {
        Optional<JsonNode> variables = variables();
        name.setInvalid(name.getValue().isBlank());
        message.setInvalid(message.getValue() == null || message.getValue().isBlank());
        data.setInvalid(variables.isEmpty());
        data.setErrorMessage(page.getTranslation("schedules.field.data.wrong"));
        if (name.isInvalid() || message.isInvalid() || data.isInvalid() || rule == null) {
            return;
        }
        String id = name.getValue().strip();
        if (!name.isReadOnly() && taken(id)) {
            name.setInvalid(true);
            name.setErrorMessage(page.getTranslation("schedules.field.name.taken"));
            return;
        }
        Asked asked = rule.asked(misfire.getValue(), message.getValue(), variables.get(), paused);
        if (Attempt.of(page, () -> desk.save(id, asked), page.getTranslation("schedules.save.done", id))) {
            close();
            done.run();
        }
    }

    private boolean taken(String id) {
        try {
            return desk.all().stream().anyMatch(it -> it.id().equals(id));
        } catch (Away | Refused away) {
            Notices.failed(page.getTranslation("patterns.away"));
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
