package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.Letters.Suppressed;
import io.tillflow.studio.connectors.Letters.SuppressionList;
import io.tillflow.studio.connectors.Letters.Template;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** What each letter looks like in each language, and which addresses none goes to. */
@Route("connectors/letters")
@RolesAllowed(Role.Is.VIEWER)
class LettersView extends Div implements HasDynamicTitle {
    private final transient LettersDesk desk;
    private final transient Clock clock;
    private final boolean may;
    private final NativeButton add;
    private final Div content = new Div();

    LettersView(LettersDesk desk, CurrentUser user, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.may = user.has(Role.OPERATOR) || user.has(Role.MERCHANT);
        this.add = Pieces.button(getTranslation("letters.suppress"), "ban", this::suppress);
        add.setVisible(may);
        content.addClassName("rehearsal");
        add(
                new PageHead(getTranslation("menu.connectors")).actions(add),
                new ConnectorsTabs(user, LettersView.class),
                content);
        refresh();
    }

    private void refresh() {
        content.removeAll();
        try {
            SuppressionList suppressed = desk.suppressed(null);
            content.add(
                    lead("letters.lead"),
                    templates(desk.templates().items()),
                    new H2(getTranslation("letters.suppressed")),
                    lead("letters.suppressed.lead"),
                    suppressed.items().isEmpty()
                            ? new EmptyState(
                                    "mail", getTranslation("letters.none"), getTranslation("letters.none.text"))
                            : list(suppressed.items()));
            if (suppressed.next() != null) {
                content.add(lead("letters.more"));
            }
            add.setEnabled(true);
        } catch (Away | Refused trouble) {
            add.setEnabled(false);
            content.add(
                    new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
        }
    }

    private Paragraph lead(String key) {
        Paragraph lead = new Paragraph(getTranslation(key));
        lead.addClassName("meta");
        return lead;
    }

    private SimpleTable templates(List<Template> templates) {
        SimpleTable table = new SimpleTable(
                getTranslation("letters.letter"),
                getTranslation("letters.facts"),
                getTranslation("letters.stop"),
                getTranslation("letters.look"));
        templates.forEach(letter -> table.row(
                Pieces.text(letter.name(), "mono"),
                Pieces.text(String.join(", ", letter.facts()), "meta"),
                new Span(getTranslation(letter.stoppable() ? "letters.stop.yes" : "letters.stop.no")),
                languages(letter)));
        return table;
    }

    private Component languages(Template letter) {
        Div buttons = new Div();
        buttons.addClassNames("row", "table-actions");
        letter.languages().forEach(language -> {
            String name = java.util.Locale.forLanguageTag(language).getDisplayLanguage(getLocale());
            NativeButton look = Pieces.button(name, "", () -> open(letter.name(), language), "sm");
            look.setAriaLabel(getTranslation("letters.look.at", letter.name(), name));
            buttons.add(look);
        });
        return buttons;
    }

    private void open(String name, String language) {
        try {
            new PreviewDialog(name, desk.preview(name, language)).open();
        } catch (Away away) {
            Notices.failed(getTranslation("connectors.away"));
        } catch (Refused refused) {
            Notices.failed(getTranslation("connectors.refused", refused.why()));
        }
    }

    private SimpleTable list(List<Suppressed> addresses) {
        SimpleTable table = new SimpleTable(
                getTranslation("letters.address"),
                getTranslation("letters.reason"),
                getTranslation("letters.since"),
                "");
        addresses.forEach(it -> table.row(
                Pieces.text(it.shown(), "mono"),
                Pieces.text(it.reason(), "trouble"),
                new Span(
                        Times.ago(it.addedAt(), clock, getLocale()),
                        Pieces.text(
                                " · "
                                        + ("REFUSED".equals(it.cause())
                                                ? getTranslation("letters.by-server")
                                                : it.addedBy()),
                                "meta")),
                may ? Pieces.button(getTranslation("letters.again"), "", () -> writeAgain(it), "sm") : new Span()));
        return table;
    }

    private void suppress() {
        new SuppressDialog()
                .then((address, reason) -> done(Attempt.of(
                        this, () -> desk.suppress(address, reason), getTranslation("letters.suppress.done"))))
                .open();
    }

    private void writeAgain(Suppressed address) {
        new AskDialog(
                        getTranslation("letters.again.title", address.shown()),
                        getTranslation("letters.again.text"),
                        "",
                        getTranslation("letters.again"))
                .then(none -> done(Attempt.of(
                        this,
                        () -> desk.writeAgain(address.seq()),
                        getTranslation("letters.again.done", address.shown()))))
                .open();
    }

    private boolean done(boolean worked) {
        refresh();
        return worked;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("letters.title") + " - Tillflow";
    }
}
