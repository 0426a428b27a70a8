package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Pieces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Chooses what becomes of an automation's events from now on, and says what each choice means. */
class StateDialog extends Dialog {
    private static final List<String> STATES = List.of("on", "dry-run", "paused", "off");

    private final transient AutomationsDesk desk;
    private final transient Automation automation;
    private final Component page;
    private final Map<String, NativeButton> choices = new LinkedHashMap<>();
    private final TextField reason = new TextField();
    private final Button ok;
    private String chosen;
    private transient Runnable done = () -> {};

    StateDialog(Component page, AutomationsDesk desk, Automation automation) {
        this.page = page;
        this.desk = desk;
        this.automation = automation;
        this.chosen = automation.state();
        setHeaderTitle(page.getTranslation("automations.change.title", automation.name()));
        setWidth("520px");
        Div list = new Div();
        list.addClassNames("state-choices");
        STATES.forEach(state -> list.add(choice(state)));
        reason.setLabel(page.getTranslation("automations.reason"));
        reason.setMaxLength(200);
        reason.setWidthFull();
        reason.setErrorMessage(page.getTranslation("connectors.needed"));
        ok = new Button(page.getTranslation("automations.change.ok"), click -> change());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(list, shared(), reason);
        getFooter().add(new Button(page.getTranslation("cancel"), click -> close()), ok);
        choose(chosen);
    }

    StateDialog then(Runnable act) {
        done = act;
        return this;
    }

    private NativeButton choice(String state) {
        NativeButton button = new NativeButton();
        button.addClassName("misbehaviour");
        button.add(
                Pieces.text(page.getTranslation("automations.state." + state), "strong"),
                Pieces.text(page.getTranslation("automations.state." + state + ".text"), "meta"));
        button.addClickListener(click -> choose(state));
        choices.put(state, button);
        return button;
    }

    private void choose(String state) {
        chosen = state;
        choices.forEach((key, button) -> {
            button.setClassName("on", key.equals(state));
            button.getElement().setAttribute("aria-pressed", String.valueOf(key.equals(state)));
        });
        reason.setRequired(needsReason());
        reason.setInvalid(false);
        ok.setEnabled(!state.equals(automation.state()) || automation.stoppedByLimit());
    }

    private boolean needsReason() {
        return chosen.equals("paused") || chosen.equals("off");
    }

    /** One message is published as a whole, so what holds it back holds back all that it begins. */
    private Component shared() {
        List<String> others = automation.triggers().stream()
                .flatMap(it -> it.alsoBegins().stream())
                .distinct()
                .toList();
        if (others.isEmpty()) {
            return new Span();
        }
        Div note = Pieces.block(
                page.getTranslation("automations.shared", String.join(", ", others)), "note", "draft", "shared");
        return note;
    }

    private void change() {
        reason.setInvalid(needsReason() && reason.getValue().isBlank());
        if (reason.isInvalid()) {
            return;
        }
        String done = page.getTranslation(
                "automations.change.done", automation.name(), page.getTranslation("automations.state." + chosen));
        if (Attempt.of(page, () -> desk.change(automation.id(), chosen, reason.getValue()), done)) {
            close();
            Objects.requireNonNull(this.done).run();
        }
    }
}
