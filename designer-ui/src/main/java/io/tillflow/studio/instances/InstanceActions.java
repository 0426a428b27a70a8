package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import io.tillflow.engine.Message;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Facts.Wait;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.repair.Repair;
import io.tillflow.studio.repair.RepairDesk;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The repairs of an instance's page that ask first: cancel, migrate, change a variable, publish a message. */
final class InstanceActions {

    private static final Duration MESSAGE_LIVES = Duration.ofHours(1);

    private final Component page;
    private final RepairDesk desk;
    private final MigrationSides sides;
    private final Rows rows;
    private final Commands commands;

    InstanceActions(Component page, RepairDesk desk, MigrationSides sides, Rows rows, Commands commands) {
        this.page = page;
        this.desk = desk;
        this.sides = sides;
        this.rows = rows;
        this.commands = commands;
    }

    /** Asks, then cancels; {@code sent} hears true when it goes out and false when it failed. */
    void cancel(long key, String name, Consumer<Boolean> sent) {
        new AskDialog(
                        word("instances.cancel.one", name),
                        word("instances.cancel.text"),
                        "",
                        word("instances.cancel.do"))
                .dangerous()
                .back(word("instances.dialog.back"))
                .once(() -> {
                    sent.accept(true);
                    send(new Repair.Cancel(key), word("instances.cancel.accepted"), () -> sent.accept(false));
                })
                .open();
    }

    /** Asks, then deletes; {@code gone} hears when it is done. */
    void delete(long key, String name, Runnable gone) {
        new AskDialog(
                        word("instances.delete.one", name),
                        word("instances.delete.text"),
                        "",
                        word("instances.delete.do"))
                .dangerous()
                .back(word("instances.dialog.back"))
                .once(() -> commands.run(
                        page,
                        () -> desk.order(new Repair.Delete(key)),
                        gone,
                        failure -> Commands.explain(page, failure)))
                .open();
    }

    void change(long key, Variable variable) {
        new VariableDialog(
                        variable,
                        value -> send(
                                new Repair.SetVariables(
                                        key, variable.scopeKey(), Json.object(variable.name(), value), false),
                                word("instances.variable.saved", variable.name()),
                                () -> {}))
                .open();
    }

    void publish(Wait.ForMessage awaited) {
        new JsonDialog(
                        word("instances.publish.title", awaited.name(), awaited.correlationKey()),
                        "instances.publish",
                        true,
                        values -> send(
                                new Repair.Publish(new Message(
                                        awaited.name(),
                                        awaited.correlationKey(),
                                        UUID.randomUUID().toString(),
                                        MESSAGE_LIVES,
                                        values.toString())),
                                word("instances.publish.accepted"),
                                () -> {}))
                .open();
    }

    void migrate(Story story) {
        long key = story.facts().instance().key();
        new MigrateDialog(
                        story,
                        rows,
                        sides,
                        (target, mapping) -> send(
                                new Repair.Migrate(key, target, mapping), word("instances.migrate.accepted"), () -> {}),
                        target -> restart(story, target))
                .open();
    }

    private void restart(Story story, ProcessVersion target) {
        AtomicReference<String> next = new AtomicReference<>("");
        new RestartDialog(
                        story,
                        sides,
                        target,
                        wanted -> commands.run(
                                page,
                                () -> next.set(String.valueOf(desk.order(wanted).newInstanceKey())),
                                () -> Notices.done(word("instances.restart.accepted", String.valueOf(next.get()))),
                                failure -> Commands.explain(page, failure)))
                .open();
    }

    private void send(Repair repair, String accepted, Runnable failed) {
        commands.run(page, () -> desk.order(repair), () -> Notices.done(accepted), failure -> {
            failed.run();
            Commands.explain(page, failure);
        });
    }

    private String word(String key, Object... values) {
        return page.getTranslation(key, values);
    }
}
