package io.tillflow.studio.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Future;

/** Changes an open page from a background thread. */
public final class Live {
    private Live() {}

    /** Runs the change with the page's lock and pushes it; a page that is gone is left alone. */
    public static void update(UI ui, Command change) {
        try {
            Future<Void> unused = ui.access(change);
        } catch (UIDetachedException ignored) {
            // the user left meanwhile
        }
    }
}
