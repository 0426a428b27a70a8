package io.tillflow.studio.models;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.tillflow.studio.kit.Notices;

/** Says what deleting will do, or what keeps the model from being deleted. */
final class DeleteDialog extends ConfirmDialog {
    private final transient Workbench workbench;
    private final transient Model model;

    DeleteDialog(Workbench workbench, Model model) {
        this.workbench = workbench;
        this.model = model;
        setWidth("min(520px, 96vw)");
        Deletion.Needed needed = workbench.deletions().needed(model);
        if (needed.isNone()) {
            ask();
        } else {
            refuse(needed);
        }
    }

    private void ask() {
        setHeader(getTranslation("delete.title", model.name()));
        setText(getTranslation("delete.text"));
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        setConfirmText(getTranslation("delete.delete"));
        setConfirmButtonTheme("error primary");
        addConfirmListener(event -> delete());
    }

    private void refuse(Deletion.Needed needed) {
        setHeader(getTranslation("delete.needed", model.name()));
        setConfirmText(getTranslation("close"));
        Div why = new Div();
        needed.engineVersion().ifPresent(it -> why.add(new Paragraph(getTranslation("delete.needed.live", it))));
        if (!needed.callers().isEmpty()) {
            Paragraph callers = new Paragraph(getTranslation("delete.needed.callers") + " ");
            needed.callers().forEach(it -> callers.add(new Anchor("models/" + it.id(), it.name()), new Text(" ")));
            why.add(callers);
        }
        setText(why);
    }

    private void delete() {
        switch (workbench.deletions().delete(model)) {
            case Deletion.Done(var gone) -> {
                Notices.done(getTranslation("delete.done", gone.name()));
                UI.getCurrent().navigate("models");
            }
            case Deletion.Needed needed -> Notices.failed(getTranslation("delete.needed", model.name()));
            case Deletion.Changed changed -> Notices.failed(getTranslation("delete.changed"));
        }
    }
}
