package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.Rehearsal.Card;
import io.tillflow.studio.connectors.Rehearsal.Fault;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the sandbox providers fail on purpose, so that a process can be seen to bear it. */
@Route("connectors/sandbox")
@RolesAllowed(Role.Is.ANALYST)
class RehearsalView extends Div implements HasDynamicTitle {
    private final transient ConnectorsDesk desk;
    private final Div content = new Div();
    private transient @Nullable Rehearsal shown;
    private boolean away;

    RehearsalView(ConnectorsDesk desk, ConnectorsWatch watch, CurrentUser user) {
        this.desk = desk;
        content.addClassName("rehearsal");
        add(new PageHead(getTranslation("menu.connectors")), new ConnectorsTabs(user, RehearsalView.class), content);
        refresh();
        watch.follow(this, this::hear);
    }

    /** Somebody else may have changed something; what did not change is left as it is. */
    private void hear(Optional<Installed> now) {
        if (now.isEmpty() != away || now.isPresent()) {
            refresh();
        }
    }

    private void refresh() {
        try {
            Rehearsal now = desk.rehearsal();
            if (!now.equals(shown) || away) {
                show(now);
            }
            away = false;
        } catch (Away | Refused trouble) {
            away = true;
            Redraw.in(
                    content,
                    new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
        }
    }

    private void show(Rehearsal now) {
        shown = now;
        Paragraph lead = new Paragraph(getTranslation("rehearse.lead"));
        lead.addClassName("meta");
        List<Component> parts = new ArrayList<>(List.of(lead));
        now.faults().forEach(fault -> parts.add(provider(fault)));
        parts.add(cards(now.cards()));
        Redraw.in(content, parts);
    }

    private Div provider(Fault fault) {
        Header head = new Header(
                Pieces.text(FamilyCard.name(this, fault.provider()), "strong"), Pieces.text(numbers(fault), "meta"));
        Div choices = new Div();
        choices.addClassName("misbehaviours");
        for (Misbehaviour choice : Misbehaviour.values()) {
            choices.add(button(choice, fault));
        }
        Div card = Redraw.keyed(new Div(head, choices), fault.provider());
        card.addClassNames("card", "family");
        return card;
    }

    private NativeButton button(Misbehaviour choice, Fault now) {
        String key = "rehearse." + choice.name().toLowerCase(Locale.ROOT);
        NativeButton button = new NativeButton();
        button.addClassName("misbehaviour");
        button.add(Pieces.text(getTranslation(key), "strong"), Pieces.text(getTranslation(key + ".text"), "meta"));
        boolean chosen = choice.of(now.provider()).equals(now);
        button.setClassName("on", chosen);
        button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        return Redraw.press(button, () -> {
            Attempt.of(
                    this,
                    () -> desk.misbehave(choice.of(now.provider())),
                    getTranslation("rehearse.done", FamilyCard.name(this, now.provider())) + " " + getTranslation(key));
            refresh();
        });
    }

    private String numbers(Fault fault) {
        return getTranslation(
                "rehearse.numbers",
                fault.latencyMs(),
                percent(fault.failureRate()),
                percent(fault.busyRate()),
                percent(fault.lostAnswerRate()),
                fault.webhookCopies());
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    private Div cards(List<Card> cards) {
        SimpleTable table = new SimpleTable(
                getTranslation("rehearse.card"),
                getTranslation("rehearse.outcome"),
                getTranslation("rehearse.happens"));
        cards.forEach(card -> table.row(
                Pieces.text(card.number(), "mono"), new Span(card.title()), Pieces.text(card.explanation(), "meta")));
        Paragraph how = new Paragraph(getTranslation("rehearse.cards.text"));
        how.addClassName("meta");
        Div section = new Div(new H2(getTranslation("rehearse.cards")), how, table);
        section.addClassName("cards-section");
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connectors.rehearse") + " - Tillflow";
    }
}
