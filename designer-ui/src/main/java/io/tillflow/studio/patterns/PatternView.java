package io.tillflow.studio.patterns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.automations.TimedPage;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.patterns.Pattern.Made;
import io.tillflow.studio.patterns.Pattern.Past;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One pattern: what is watched, when it would have been seen, and what became of the last events. */
@Route("automations/patterns/:id")
@RolesAllowed(Role.Is.VIEWER)
class PatternView extends TimedPage<Pattern> {
    private static final int SHOWN = 20;

    private final transient PatternsDesk desk;
    private final transient AutomationsDesk automations;

    PatternView(PatternsDesk desk, PatternsWatch watch, AutomationsDesk automations, CurrentUser user) {
        super(PatternsView.KIND, watch, user.has(Role.ANALYST));
        this.desk = desk;
        this.automations = automations;
    }

    @Override
    protected Component[] parts(Pattern it) {
        return new Component[] {
            new PageHead(it.id()).beside(PatternWords.state(this, it)).actions(actions(it)),
            facts(it),
            firings(it),
            past(it),
            data(it)
        };
    }

    @Override
    protected void edit(Pattern it) {
        new PatternDialog(this, desk, automations, it).then(this::refresh).open();
    }

    @Override
    protected void pause(String id, boolean paused) {
        desk.pause(id, paused);
    }

    @Override
    protected void run(String id, String key) {
        desk.run(id, key);
    }

    @Override
    protected void remove(String id) {
        desk.delete(id);
    }

    private Div facts(Pattern it) {
        Div rests = new Div(new Span(
                it.restHours() == 0
                        ? getTranslation("patterns.rest.none")
                        : getTranslation("patterns.rest", it.restHours())));
        if (it.leftOut() > 0) {
            rests.add(Pieces.block(getTranslation("patterns.leftout", it.leftOut()), "meta"));
        }
        Div looked = new Div(Pieces.ago(it.lookedAt() == null ? it.changedAt() : it.lookedAt()));
        if (it.trouble() != null) {
            looked.add(Pieces.block(it.trouble(), "meta", "down"));
        }
        return facts(
                fact("rule", PatternWords.rule(this, it)),
                fact("begins", PatternWords.begins(this, it)),
                fact("rest", rests),
                fact("looked", looked),
                fact("changed", new Span(new Span(it.changedBy() + ", "), Pieces.ago(it.changedAt()))));
    }

    private Component firings(Pattern it) {
        try {
            return firings(desk.firings(it.id()));
        } catch (Away | Refused away) {
            return Pieces.block(getTranslation("patterns.away"), "meta");
        }
    }

    private Div firings(List<Made> items) {
        Div card = card("firings");
        if (items.isEmpty()) {
            card.add(Pieces.block(getTranslation("patterns.firings.empty"), "meta", "card-text"));
            return card;
        }
        SimpleTable table = new SimpleTable(
                getTranslation("schedules.firing.came"),
                getTranslation("patterns.firing.window"),
                getTranslation("schedules.firing.outcome"));
        table.removeClassName("card");
        items.forEach(made -> table.row(
                Pieces.ago(made.receivedAt()),
                Pieces.text(made.id().substring(made.id().indexOf('@') + 1), "mono", "dim"),
                PatternWords.outcome(this, made)));
        card.add(table);
        return card;
    }

    private Component past(Pattern it) {
        try {
            return past(it, desk.past(it.asked(it.paused())));
        } catch (Away | Refused away) {
            return Pieces.block(getTranslation("patterns.away"), "meta");
        }
    }

    private Div past(Pattern it, Past past) {
        Div card = card("past");
        card.add(Pieces.block(getTranslation("patterns.past.times", past.times(), past.days()), "meta", "card-text"));
        if (past.items().isEmpty()) {
            return card;
        }
        SimpleTable table = new SimpleTable(
                getTranslation("patterns.firing.window"),
                getTranslation("patterns.past.subject"),
                getTranslation("patterns.past.value"),
                getTranslation("patterns.past.usual"));
        table.removeClassName("card");
        past.items().stream()
                .limit(SHOWN)
                .forEach(seen -> table.row(
                        Pieces.text(PatternWords.window(this, seen.from(), it.span(), it.zone()), "num"),
                        Pieces.text(seen.subject().isEmpty() ? getTranslation("patterns.each.shop") : seen.subject()),
                        Pieces.text(PatternWords.value(seen.value(), past.unit(), past.currency(), getLocale()), "num"),
                        Pieces.text(PatternWords.usual(this, seen, past.unit(), past.currency()), "meta")));
        card.add(table);
        return card;
    }

    private Div data(Pattern it) {
        Div card = card("data");
        Pre data = new Pre(it.data().toPrettyString());
        data.addClassNames("mono", "payload");
        Div text = new Div(data);
        text.addClassName("card-text");
        card.add(text);
        return card;
    }
}
