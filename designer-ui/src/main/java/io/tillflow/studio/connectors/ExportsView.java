package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.Exports.Run;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was exported of the shop's figures when, and exporting now. */
@Route("connectors/exports")
@RolesAllowed(Role.Is.VIEWER)
class ExportsView extends Div implements HasDynamicTitle {
    private static final int SHORT = 12;

    private final transient ExportsDesk desk;
    private final NativeButton run;
    private final Div content = new Div();

    ExportsView(ExportsDesk desk, CurrentUser user) {
        this.desk = desk;
        NativeButton look = Pieces.button(getTranslation("lm.refresh"), "", this::refresh);
        this.run = Pieces.button(getTranslation("exports.run"), "", this::ask, "pri");
        run.setVisible(user.has(Role.ANALYST));
        content.addClassName("exports");
        add(
                new PageHead(getTranslation("menu.connectors")).actions(look, run),
                new ConnectorsTabs(user, ExportsView.class),
                content);
        refresh();
    }

    private void refresh() {
        content.removeAll();
        try {
            Exports now = desk.now();
            Paragraph lead = new Paragraph(getTranslation("exports.lead"));
            lead.addClassName("meta");
            content.add(lead);
            if (now.items().isEmpty()) {
                content.add(new EmptyState("dl", getTranslation("exports.none"), getTranslation("exports.none.text")));
                return;
            }
            content.add(new H2(getTranslation("exports.runs")), runs(now.items()));
            Run latest = now.items().getFirst();
            content.add(
                    new H2(getTranslation(
                            "exports.days",
                            getTranslation("exports.dataset." + latest.dataset()),
                            getTranslation("exports.format." + latest.format()))),
                    days(desk.days(latest.dataset(), latest.format()).items()));
        } catch (Away | Refused trouble) {
            content.add(
                    new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
        }
    }

    private SimpleTable runs(List<Run> runs) {
        SimpleTable table = table(
                "exports.when",
                "exports.what",
                "exports.state",
                "exports.days.written",
                "exports.rows",
                "exports.bytes",
                "exports.late",
                "exports.watermark",
                "exports.by");
        runs.forEach(it -> table.row(
                Pieces.ago(it.beganAt()),
                new Div(
                        Pieces.text(getTranslation("exports.dataset." + it.dataset())),
                        Pieces.text(" " + getTranslation("exports.format." + it.format()), "meta"),
                        Pieces.block(
                                it.fromDay() == null ? "" : getTranslation("exports.since", it.fromDay()),
                                "meta",
                                "dim")),
                state(it),
                figure(it.written()),
                figure(it.rows()),
                figure(it.bytes()),
                figure(it.late()),
                it.watermark() == null ? Pieces.text("–", "dim") : Pieces.ago(it.watermark()),
                Pieces.text(it.askedBy(), "meta")));
        return table;
    }

    private Component state(Run it) {
        State state = switch (it.state()) {
            case "DONE" -> State.COMPLETED;
            case "RUNNING" -> State.RUNNING;
            default -> State.INCIDENT;
        };
        Div shown = new Div(new Badge(state, getTranslation("exports.state." + it.state())));
        if (it.problem() != null) {
            shown.add(Pieces.block(it.problem(), "trouble", "meta"));
        }
        if (it.notice() != null) {
            shown.add(Pieces.block(it.notice(), "meta"));
        }
        return shown;
    }

    private SimpleTable days(List<Exports.Day> days) {
        SimpleTable table = table(
                "exports.day",
                "exports.document",
                "exports.rows",
                "exports.bytes",
                "exports.late",
                "exports.revision",
                "exports.checksum");
        days.forEach(day -> {
            Component checksum = Pieces.text(
                    day.checksum().substring(0, Math.min(SHORT, day.checksum().length())), "mono");
            checksum.getElement().setAttribute("title", "SHA-256 " + day.checksum());
            table.row(
                    new Div(
                            Pieces.text(day.day().toString(), "num"),
                            Pieces.block(day.open() ? getTranslation("exports.open") : "", "meta", "dim")),
                    Pieces.text(day.path(), "mono"),
                    figure(day.rows()),
                    figure(day.bytes()),
                    figure(day.late()),
                    figure(day.revision()),
                    checksum);
        });
        return table;
    }

    private SimpleTable table(String... keys) {
        return new SimpleTable(Arrays.stream(keys).map(this::getTranslation).toArray(String[]::new));
    }

    private Component figure(long value) {
        return Pieces.text(String.format(getLocale(), "%,d", value), value == 0 ? "dim" : "num");
    }

    private void ask() {
        try {
            new ExportDialog(desk.now()).then(this::begin).open();
        } catch (Away | Refused trouble) {
            refresh();
        }
    }

    private boolean begin(String dataset, String format, @Nullable LocalDate from) {
        boolean begun = Attempt.of(this, () -> desk.run(dataset, format, from), getTranslation("exports.begun"));
        refresh();
        return begun;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("exports.title") + " - Tillflow";
    }
}
