package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.Rejected;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.kit.Notices;
import java.util.Set;
import java.util.function.LongConsumer;

/** What can be done to the selected rows at once. */
final class BulkBar extends Div {

    private final Operations operations;
    private final Runnable unselect;
    private final Span figure = new Span();
    private Set<Long> selected = Set.of();

    BulkBar(Operations operations, Runnable unselect) {
        this.operations = operations;
        this.unselect = unselect;
        addClassName("bulk");
        figure.addClassName("strong");
        Span grow = new Span();
        grow.addClassName("grow");
        NativeButton retry = Pieces.button(
                getTranslation("instances.retry"), "run", () -> each("instances.retried", operations::retryAll), "sm");
        NativeButton cancel = Pieces.button(getTranslation("instances.cancel"), "ban", this::confirm, "sm", "risk");
        NativeButton close = Pieces.button("", "x", unselect, "ghost", "ic", "sm");
        close.setAriaLabel(getTranslation("instances.unselect"));
        add(figure, grow, retry, cancel, close);
        setVisible(false);
    }

    void show(Set<Long> keys) {
        selected = keys;
        setVisible(!keys.isEmpty());
        figure.setText(getTranslation("instances.selected", keys.size()));
    }

    private void confirm() {
        new AskDialog(
                        getTranslation("instances.cancel.many", selected.size()),
                        getTranslation("instances.cancel.text"),
                        "",
                        getTranslation("instances.cancel.do"))
                .dangerous()
                .back(getTranslation("instances.dialog.back"))
                .once(() -> each("instances.cancelled", operations::cancel))
                .open();
    }

    private void each(String done, LongConsumer command) {
        int worked = 0;
        int refused = 0;
        for (long key : selected) {
            try {
                command.accept(key);
                worked++;
            } catch (Rejected e) {
                refused++;
            } catch (BrokerUnavailable e) {
                Notices.failed(getTranslation("instances.broker.away"));
                return;
            }
        }
        if (worked > 0) {
            Notices.done(getTranslation(done, worked));
        }
        if (refused > 0) {
            Notices.failed(getTranslation("instances.refused", refused));
        }
        unselect.run();
    }
}
