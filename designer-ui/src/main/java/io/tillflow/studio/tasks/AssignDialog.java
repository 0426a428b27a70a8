package io.tillflow.studio.tasks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks which colleague gets a task. */
final class AssignDialog extends Dialog {

    AssignDialog(Task task, List<String> colleagues, Consumer<String> assign) {
        setHeaderTitle(getTranslation("tasks.assign.title", task.name()));
        setWidth("420px");
        ComboBox<String> person = new ComboBox<>(getTranslation("tasks.assign.to"));
        // to whom it is already it cannot be given, and a name that stood there would have to be taken away first
        person.setItems(colleagues.stream()
                .filter(it -> !task.claimedBy().equals(Optional.of(it)))
                .toList());
        person.setWidthFull();
        person.setHelperText(task.claimedBy()
                .map(it -> getTranslation("tasks.has", it))
                .orElse(getTranslation("tasks.assign.nobody")));
        person.setErrorMessage(getTranslation("tasks.assign.who"));
        Button apply = new Button(getTranslation("tasks.assign"), click -> {
            person.setInvalid(person.isEmpty());
            if (!person.isEmpty()) {
                assign.accept(person.getValue());
                close();
            }
        });
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        add(person);
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), apply);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                person.focus();
            }
        });
    }
}
