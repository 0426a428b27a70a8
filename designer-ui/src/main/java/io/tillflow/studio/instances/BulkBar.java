package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.Rejected;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.repair.Receipt;
import io.tillflow.studio.repair.Repair;
import io.tillflow.studio.repair.RepairDesk;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/** What can be done to the selected rows at once. */
final class BulkBar extends Div {

    private final RepairDesk desk;
    private final Commands commands;
    private final Runnable unselect;
    private final Span figure = new Span();
    private Set<Long> selected = Set.of();

    BulkBar(RepairDesk desk, Commands commands, Runnable unselect) {
        this.desk = desk;
        this.commands = commands;
        this.unselect = unselect;
        addClassName("bulk");
        figure.addClassName("strong");
        Span grow = new Span();
        grow.addClassName("grow");
        NativeButton retry = Pieces.button(
                getTranslation("instances.retry"), "run", () -> each("instances.retried", Repair.Retry::new), "sm");
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
                .once(() -> each("instances.cancelled", Repair.Cancel::new))
                .open();
    }

    /** Each as a command of its own: its instance's page tells how far it came. */
    private void each(String done, LongFunction<Repair> repair) {
        Set<Long> keys = Set.copyOf(selected);
        AtomicInteger worked = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        commands.run(
                this,
                () -> keys.forEach(key -> {
                    try {
                        Receipt receipt = desk.order(repair.apply(key));
                        worked.addAndGet(receipt.state() == Receipt.State.REFUSED ? 0 : 1);
                    } catch (Rejected e) {
                        refused.incrementAndGet();
                    }
                }),
                () -> {
                    tell(done, worked.get(), refused.get());
                    unselect.run();
                },
                failure -> {
                    tell(done, worked.get(), refused.get());
                    Commands.explain(this, failure);
                });
    }

    private void tell(String done, int worked, int refused) {
        if (worked > 0) {
            Notices.done(getTranslation(done, worked));
        }
        if (refused > 0) {
            Notices.failed(getTranslation("instances.refused", refused));
        }
    }
}
