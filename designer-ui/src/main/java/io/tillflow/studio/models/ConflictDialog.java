package io.tillflow.studio.models;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import io.tillflow.studio.markup.Conflict;
import java.util.List;

/** Somebody saved while this was drawn: both drawings become one, or the user decides whose goes on; nothing is lost. */
class ConflictDialog extends ConfirmDialog {
    private static final int MOST = 8;

    ConflictDialog(
            int newest, String author, List<Conflict> conflicts, Runnable reload, Runnable join, Runnable onTop) {
        setHeader(getTranslation("conflict.title", newest, author));
        setWidth("min(560px, 96vw)");
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        setRejectable(true);
        setRejectText(getTranslation("conflict.reload", newest));
        addRejectListener(event -> reload.run());
        if (conflicts.isEmpty()) {
            setText(getTranslation("conflict.joinable", newest));
            setConfirmText(getTranslation("conflict.join"));
            addConfirmListener(event -> join.run());
        } else {
            add(new Paragraph(getTranslation("conflict.text", newest)));
            conflicts.stream()
                    .limit(MOST)
                    .forEach(it -> add(new Paragraph(
                            getTranslation("conflict.both", it.elementId(), it.property(), it.a(), it.b()))));
            setConfirmText(getTranslation("conflict.on-top"));
            addConfirmListener(event -> onTop.run());
        }
    }
}
