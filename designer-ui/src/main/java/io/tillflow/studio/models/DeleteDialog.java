package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.kit.Notices;

/** Says what deleting will do, or what keeps the model from being deleted. */
final class DeleteDialog {
    private final Component page;
    private final Workbench workbench;
    private final Model model;

    DeleteDialog(Component page, Workbench workbench, Model model) {
        this.page = page;
        this.workbench = workbench;
        this.model = model;
    }

    void open() {
        Deletion.Needed needed = workbench.deletions().needed(model);
        Dialog dialog = needed.isNone() ? ask() : refusal(needed);
        dialog.setWidth("min(520px, 96vw)");
        dialog.open();
    }

    private Dialog ask() {
        return new AskDialog(word("delete.title", model.name()), word("delete.text"), "", word("delete.delete"))
                .dangerous()
                .once(this::delete);
    }

    private Dialog refusal(Deletion.Needed needed) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(word("delete.needed", model.name()));
        needed.engineVersion().ifPresent(it -> dialog.add(new Paragraph(word("delete.needed.live", it))));
        if (!needed.callers().isEmpty()) {
            Paragraph callers = new Paragraph(word("delete.needed.callers") + " ");
            needed.callers().forEach(it -> callers.add(new Anchor("models/" + it.id(), it.name()), new Text(" ")));
            dialog.add(callers);
        }
        dialog.getFooter().add(new Button(word("close"), click -> dialog.close()));
        return dialog;
    }

    private void delete() {
        switch (workbench.deletions().delete(model)) {
            case Deletion.Done(var gone) -> {
                Notices.done(word("delete.done", gone.name()));
                UI.getCurrent().navigate("models");
            }
            case Deletion.Needed needed -> Notices.failed(word("delete.needed", model.name()));
            case Deletion.Changed changed -> Notices.failed(word("delete.changed"));
        }
    }

    private String word(String key, Object... values) {
        return page.getTranslation(key, values);
    }
}
