package io.tillflow.studio.letterboxes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.automations.TriggerPage;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.ConnectorsDesk;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One letterbox: where it is, how it does, what it hands on, and what became of the last letters. */
@Route("automations/letterboxes/:id")
@RolesAllowed(Role.Is.VIEWER)
class LetterboxView extends TriggerPage<Letterbox> {
    private final transient LetterboxesDesk desk;
    private final transient ConnectorsDesk connectors;
    private final transient AutomationsDesk automations;
    private final boolean admin;
    private final boolean seesLetters;
    private final LettersCard letters = new LettersCard();

    LetterboxView(
            LetterboxesDesk desk,
            LetterboxesWatch watch,
            ConnectorsDesk connectors,
            AutomationsDesk automations,
            CurrentUser user) {
        super(LetterboxesView.KIND, watch);
        this.desk = desk;
        this.connectors = connectors;
        this.automations = automations;
        this.admin = user.has(Role.ADMIN);
        this.seesLetters = user.has(Role.ANALYST) || user.has(Role.OPERATOR);
    }

    @Override
    protected Component[] parts(Letterbox it) {
        PageHead head =
                new PageHead(it.id()).beside(LetterboxCells.state(this, it)).actions(actions(it));
        List<Component> parts = new ArrayList<>(List.of(head));
        if (it.trouble() != null) {
            parts.add(trouble(it));
        }
        parts.add(facts(it));
        if (seesLetters) {
            parts.add(letters);
        }
        return parts.toArray(Component[]::new);
    }

    @Override
    protected void looked() {
        if (!seesLetters) {
            return;
        }
        try {
            letters.show(desk.letters(id()));
        } catch (Away | Refused away) {
            // the page says already that the connectors are away
        }
    }

    private Component[] actions(Letterbox it) {
        List<Component> acts = new ArrayList<>();
        if (admin) {
            acts.add(deleteButton(it));
            acts.add(Pieces.button(
                    word(it.paused() ? "resume" : "pause"), it.paused() ? "run" : "pause", () -> pause(it)));
            acts.add(Pieces.button(
                    getTranslation("schedules.edit"),
                    "pencil",
                    () -> new LetterboxDialog(this, desk, connectors, automations, it)
                            .then(this::refresh)
                            .open()));
        }
        if (seesLetters && !it.paused()) {
            acts.add(Pieces.button(word("look"), "redo", () -> look(it)));
        }
        return acts.toArray(Component[]::new);
    }

    private void pause(Letterbox it) {
        boolean resting = !it.paused();
        Attempt.of(
                this,
                () -> desk.save(it.id(), it.asked(resting)),
                word(resting ? "pause.done" : "resume.done", it.id()));
        refresh();
    }

    private void look(Letterbox it) {
        Attempt.of(this, () -> desk.look(it.id()), word("look.done", it.id()));
    }

    @Override
    protected void remove(String id) {
        desk.delete(id);
    }

    private Div trouble(Letterbox it) {
        Div note =
                new Div(new Div(Pieces.block(word("trouble"), "strong"), Pieces.block(String.valueOf(it.trouble()))));
        note.addClassNames("note", "incident");
        return note;
    }

    private Div facts(Letterbox it) {
        String takes = it.takes().stream().map(part -> word("takes." + part)).collect(Collectors.joining(", "));
        Div sees = new Div(new Span(takes.isEmpty() ? word("takes.none") : takes));
        if (it.takes().contains("text")) {
            sees.add(Pieces.block(word("text.most", it.mostText()), "meta"));
        }
        sees.add(Pieces.block(word(it.automatic() ? "automatic.told" : "automatic.left"), "meta"));
        if (it.ordersToSupport()) {
            sees.add(Pieces.block(word("support.on"), "meta"));
        }
        Div where = new Div(new Span(it.login() + " · " + it.folder()));
        where.add(Pieces.block(it.host() + ":" + it.port() + " · " + word("security." + it.security()), "meta"));
        where.add(Pieces.block(word(it.password() ? "password.kept" : "password.missing", it.secretName()), "meta"));
        Div looks = new Div(new Span(word("every", it.everySeconds())));
        if (it.lookedAt() != null) {
            Div last = new Div(new Span(word("looked") + " "), Pieces.ago(it.lookedAt()));
            last.addClassName("meta");
            looks.add(last);
        }
        if (it.movedAt() != null) {
            Div moved = new Div(new Span(word("moved") + " "), Pieces.ago(it.movedAt()));
            moved.addClassName("meta");
            looks.add(moved);
        }
        return facts(
                fact("where", where),
                fact("begins", LetterboxCells.begins(this, it)),
                fact("sees", sees),
                fact("looks", looks));
    }
}
