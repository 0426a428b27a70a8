package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.markup.Conflict;
import java.util.List;

/** Somebody saved while this was drawn: both drawings become one, or the user decides whose goes on; nothing is lost. */
record ConflictDialog(Component page, int newest, String author, List<Conflict> conflicts) {
    private static final int MOST = 8;

    void open(Runnable reload, Runnable join, Runnable onTop) {
        boolean joinable = conflicts.isEmpty();
        AskDialog dialog = new AskDialog(
                word("conflict.title", newest, author),
                word(joinable ? "conflict.joinable" : "conflict.text", newest),
                "",
                word(joinable ? "conflict.join" : "conflict.on-top"));
        conflicts.stream()
                .limit(MOST)
                .map(it -> word("conflict.both", it.elementId(), it.property(), it.a(), it.b()))
                .forEach(it -> dialog.add(new Paragraph(it)));
        dialog.setWidth("min(560px, 96vw)");
        dialog.instead(word("conflict.reload", newest), reload)
                .once(joinable ? join : onTop)
                .open();
    }

    private String word(String key, Object... values) {
        return page.getTranslation(key, values);
    }
}
