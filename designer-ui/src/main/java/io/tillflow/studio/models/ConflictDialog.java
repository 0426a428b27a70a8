package io.tillflow.studio.models;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Somebody saved while this was drawn: the user decides whose drawing goes on, and nothing is lost. */
class ConflictDialog extends ConfirmDialog {
    ConflictDialog(int newest, String author, Runnable reload, Runnable onTop) {
        setHeader(getTranslation("conflict.title", newest, author));
        setText(getTranslation("conflict.text", newest));
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        setRejectable(true);
        setRejectText(getTranslation("conflict.reload", newest));
        addRejectListener(event -> reload.run());
        setConfirmText(getTranslation("conflict.on-top"));
        addConfirmListener(event -> onTop.run());
    }
}
