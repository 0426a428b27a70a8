package io.tillflow.studio.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Times;
import java.time.Clock;
import java.util.List;

/** The models that were deleted, to bring one back. */
final class DeletedDialog extends Dialog {
    private final transient Workbench workbench;

    DeletedDialog(Workbench workbench, List<Deleted> deleted) {
        this.workbench = workbench;
        setHeaderTitle(getTranslation("models.deleted"));
        setWidth("min(640px, 96vw)");
        Div list = new Div();
        list.addClassName("versions");
        deleted.forEach(it -> list.add(row(it)));
        add(list);
        getFooter().add(new Button(getTranslation("close"), click -> close()));
    }

    private Div row(Deleted it) {
        Span name = new Span(it.model().name());
        name.addClassNames("strong", "grow", "cut");
        Span who = new Span(new Span(it.by() + ", "), Times.ago(it.at(), Clock.systemUTC(), getLocale()));
        who.addClassName("meta");
        NativeButton restore = new NativeButton(getTranslation("deleted.restore"), click -> {
            DeletedNote.restore(workbench, it.model());
            click.getSource()
                    .getUI()
                    .ifPresent(ui -> ui.navigate("models/" + it.model().id()));
            close();
        });
        restore.setAriaLabel(
                getTranslation("deleted.restore") + ", " + it.model().name());
        restore.addClassNames("btn", "sm");
        Div row = new Div(name, who, restore);
        row.addClassNames("row", "version-row");
        return row;
    }
}
