package io.tillflow.studio.connectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** Who answers questions in words, in which order, what it used today, what was taken out, and what it was told to do. */
@Route("connectors/ai")
@RolesAllowed(Role.Is.VIEWER)
class LanguageModelsView extends Div implements HasDynamicTitle {
    private static final int CALLS = 30;

    private final transient LanguageModelsDesk desk;
    private final transient Clock clock;
    private final boolean analyst;
    private final Div content = new Div();

    LanguageModelsView(LanguageModelsDesk desk, CurrentUser user, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.analyst = user.has(Role.ANALYST);
        NativeButton look = Pieces.button(getTranslation("lm.refresh"), "", this::refresh);
        NativeButton ask = Pieces.button(getTranslation("lm.try"), "", this::ask);
        ask.setVisible(analyst);
        content.addClassName("language-models");
        add(
                new PageHead(getTranslation("menu.connectors")).actions(look, ask),
                new ConnectorsTabs(user, LanguageModelsView.class),
                content);
        refresh();
    }

    private void refresh() {
        content.removeAll();
        try {
            LanguageModels now = desk.now();
            LanguageModelTables tables = new LanguageModelTables(this, clock);
            content.add(
                    Pieces.block(today(now), "meta"),
                    tables.models(now),
                    heading("lm.order"),
                    tables.routes(now),
                    heading("lm.prompts"),
                    prompts(desk.prompts().items()),
                    heading("lm.calls"),
                    tables.calls(desk.calls(null, CALLS).items(), now.currency()));
        } catch (Away | Refused trouble) {
            content.add(
                    new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
        }
    }

    private H2 heading(String key) {
        return new H2(getTranslation(key));
    }

    private String today(LanguageModels now) {
        return getTranslation(
                "lm.today",
                now.answered(),
                now.cached(),
                now.fallbacks(),
                LanguageModelTables.taken(this, now.redacted()));
    }

    private SimpleTable prompts(List<LanguageModels.Prompt> prompts) {
        SimpleTable table = new SimpleTable(
                getTranslation("lm.prompt"), getTranslation("lm.version"), getTranslation("lm.changed"), "");
        prompts.forEach(prompt -> table.row(
                Pieces.text(prompt.name(), "mono"),
                Pieces.text(
                        prompt.version() == 0 ? getTranslation("lm.shipped") : String.valueOf(prompt.version()), "num"),
                prompt.changedAt() == null
                        ? Pieces.text("", "dim")
                        : new Div(
                                Times.ago(prompt.changedAt(), clock, getLocale()),
                                Pieces.text(" · " + prompt.changedBy(), "meta")),
                Pieces.button(
                        getTranslation(analyst ? "lm.prompt.edit" : "lm.prompt.read"),
                        "",
                        () -> open(prompt.name()),
                        "sm")));
        return table;
    }

    private void open(String name) {
        try {
            new PromptDialog(desk.versions(name).items(), analyst)
                    .then(text -> written(name, text))
                    .open();
        } catch (Away | Refused trouble) {
            refresh();
        }
    }

    private boolean written(String name, String text) {
        boolean written = Attempt.of(this, () -> desk.write(name, text), getTranslation("lm.prompt.done", name));
        refresh();
        return written;
    }

    private void ask() {
        AskModelDialog dialog = new AskModelDialog(desk::ask);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                refresh();
            }
        });
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("lm.title") + " - Tillflow";
    }
}
