package io.tillflow.studio.connectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.Installed.Stop;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is installed and how it does, every two seconds; and the one switch that stops everything going out. */
@Route("connectors")
@Menu(order = 110, title = "menu.connectors", icon = "plug")
@RolesAllowed(Role.Is.VIEWER)
class ConnectorsView extends Div implements HasDynamicTitle {
    private final transient ConnectorsDesk desk;
    private final transient ConnectorsWatch watch;
    private final transient Clock clock;
    private final boolean operator;
    private final NativeButton stop;
    private final NativeButton test;
    private final Div notes = new Div();
    private final Div families = new Div();
    private transient @Nullable Installed shown;

    ConnectorsView(ConnectorsDesk desk, ConnectorsWatch watch, CurrentUser user, Clock clock) {
        this.desk = desk;
        this.watch = watch;
        this.clock = clock;
        this.operator = user.has(Role.OPERATOR);
        this.stop = Pieces.button(getTranslation("connectors.stop"), "ban", this::askToStop, "risk");
        this.test = Pieces.button(getTranslation("connectors.test"), "mail", this::askForAddress);
        stop.setVisible(operator);
        test.setVisible(operator || user.has(Role.ANALYST));
        notes.addClassName("connector-notes");
        families.addClassName("families");
        add(
                new PageHead(getTranslation("menu.connectors")).actions(test, stop),
                new ConnectorsTabs(user, ConnectorsView.class),
                notes,
                families);
        show(watch.look());
        watch.follow(this, this::show);
    }

    private void show(Optional<Installed> found) {
        stop.setEnabled(found.isPresent());
        test.setEnabled(found.isPresent());
        found.ifPresent(installed -> {
            Redraw.in(notes, installed.outwardStop() == null ? List.of() : List.of(stopped(installed.outwardStop())));
            stop.setVisible(operator && installed.outwardStop() == null);
            fill(installed);
        });
        if (found.isEmpty()) {
            away();
        }
    }

    private void fill(Installed installed) {
        families.removeClassName("stale");
        Redraw.in(
                families,
                installed.families().stream()
                        .map(it -> Redraw.keyed(new FamilyCard(it, clock), it.name()))
                        .toList());
        shown = installed;
    }

    /** What was seen last stays, paler, so that nobody takes it for now. */
    private void away() {
        if (shown == null) {
            Redraw.in(
                    families,
                    new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
            return;
        }
        families.addClassName("stale");
        Div note = new Div(
                Pieces.text(getTranslation("connectors.away"), "strong"),
                new Span(getTranslation("connectors.away.stale")));
        note.addClassNames("note", "incident");
        Redraw.in(notes, note);
    }

    private Div stopped(Stop pulled) {
        Div note = new Div(
                Pieces.text(getTranslation("connectors.stopped", pulled.stoppedBy()), "strong"),
                Times.ago(pulled.stoppedAt(), clock, getLocale()),
                Pieces.text(pulled.reason(), "trouble"),
                Pieces.text(getTranslation("connectors.stopped.text"), "meta"));
        if (operator) {
            note.add(Pieces.button(getTranslation("connectors.resume"), "play", this::askToResume, "sm"));
        }
        note.addClassNames("note", "incident");
        return note;
    }

    private void askToStop() {
        new AskDialog(
                        getTranslation("connectors.stop.title"),
                        getTranslation("connectors.stop.text"),
                        getTranslation("connectors.stop.reason"),
                        getTranslation("connectors.stop.confirm"))
                .dangerous()
                .then(reason ->
                        done(Attempt.of(this, () -> desk.stopOutward(reason), getTranslation("connectors.stop.done"))))
                .open();
    }

    private void askToResume() {
        new AskDialog(
                        getTranslation("connectors.resume.title"),
                        getTranslation("connectors.resume.text"),
                        "",
                        getTranslation("connectors.resume"))
                .then(none -> done(Attempt.of(this, desk::resumeOutward, getTranslation("connectors.resume.done"))))
                .open();
    }

    private void askForAddress() {
        new AskDialog(
                        getTranslation("connectors.test.title"),
                        getTranslation("connectors.test.text"),
                        getTranslation("connectors.test.to"),
                        getTranslation("connectors.test.send"))
                .then(to -> done(
                        Attempt.of(this, () -> desk.sendTestLetter(to), getTranslation("connectors.test.done", to))))
                .open();
    }

    private boolean done(boolean worked) {
        show(watch.look());
        return worked;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.connectors") + " - Tillflow";
    }
}
