package io.tillflow.studio.tasks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import io.tillflow.studio.instances.Texts;
import io.tillflow.studio.kit.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets how much a task matters, when it is due, and until when nobody needs to look at it. */
final class PlanDialog extends Dialog {

    private final Select<Priority> priority = new Select<>();
    private final DateTimePicker due = new DateTimePicker();
    private final DateTimePicker followUp = new DateTimePicker();

    PlanDialog(Task task, Consumer<Plan> save) {
        setHeaderTitle(getTranslation("tasks.plan.title", task.name()));
        setWidth("460px");
        priority.setLabel(getTranslation("tasks.plan.priority"));
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(
                it -> getTranslation("tasks.priority." + it.name().toLowerCase(Locale.ROOT)));
        priority.setValue(task.plan().priority());
        due.setLabel(getTranslation("tasks.plan.due"));
        task.open()
                .due()
                .ifPresent(it -> due.setHelperText(getTranslation("tasks.plan.model", Texts.exact(it, getLocale()))));
        followUp.setLabel(getTranslation("tasks.plan.followup"));
        followUp.setHelperText(getTranslation("tasks.plan.followup.help"));
        due.setLocale(getLocale());
        followUp.setLocale(getLocale());
        task.plan().due().ifPresent(it -> due.setValue(local(it)));
        task.plan().followUp().ifPresent(it -> followUp.setValue(local(it)));
        FormLayout form = new FormLayout(priority, due, followUp);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        Button apply = new Button(
                getTranslation("tasks.plan.save"),
                click -> plan().ifPresent(it -> {
                    save.accept(it);
                    close();
                }));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        add(form);
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), apply);
    }

    /** Empty when something is wrong with it: what cannot be read is not taken for nothing. */
    private Optional<Plan> plan() {
        Optional<Instant> by = instant(due.getValue());
        Optional<Instant> from = instant(followUp.getValue());
        boolean late = by.isPresent() && from.isPresent() && from.get().isAfter(by.get());
        boolean unreadDue = unreadable(due);
        boolean unreadFollowUp = unreadable(followUp);
        if (late) {
            followUp.setErrorMessage(getTranslation("tasks.plan.followup.late"));
            followUp.setInvalid(true);
        }
        return late || unreadDue || unreadFollowUp
                ? Optional.empty()
                : Optional.of(new Plan(priority.getValue(), by, from));
    }

    private boolean unreadable(DateTimePicker picker) {
        boolean unreadable =
                picker.getDefaultValidator().apply(picker.getValue(), null).isError();
        picker.setErrorMessage(getTranslation("tasks.plan.unreadable"));
        picker.setInvalid(unreadable);
        return unreadable;
    }

    private static Optional<Instant> instant(@Nullable LocalDateTime local) {
        return Optional.ofNullable(local).map(it -> it.atZone(Zone.here()).toInstant());
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, Zone.here());
    }
}
