package io.tillflow.studio.play.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.play.PlaySession;
import io.tillflow.studio.play.Scene;
import io.tillflow.studio.play.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the play waits for, each with everything that can be said to it; before and after it, how to begin. */
final class NowTab extends Div {
    private final ProcessModel model;
    private final BeginCard begin;
    private final Consumer<Consumer<PlaySession>> act;
    private final Div cards = new Div();
    private final Div end = new Div();
    private Map<Wait, WaitCard> shown = new HashMap<>();
    private Instant shownAt = Instant.MIN;

    NowTab(ProcessModel model, BeginCard begin, Consumer<Consumer<PlaySession>> act) {
        this.model = model;
        this.begin = begin;
        this.act = act;
        addClassName("tab");
        end.addClassName("begin");
        end.setVisible(false);
        add(end, cards, begin);
    }

    void fresh() {
        cards.removeAll();
        shown = new HashMap<>();
        end.setVisible(false);
        begin.setVisible(true);
    }

    void show(Scene scene) {
        begin.setVisible(scene.state() == Scene.State.FRESH);
        end.setVisible(scene.state() == Scene.State.ENDED);
        if (scene.state() == Scene.State.ENDED) {
            Redraw.in(end, new H2(getTranslation("play.ended")), new Paragraph(getTranslation("play.ended.text")));
        }
        // a card that somebody writes in stays as long as what it is about
        Map<Wait, WaitCard> now = new HashMap<>();
        List<WaitCard> drawn = new ArrayList<>();
        boolean first = true;
        for (Wait wait : scene.waits()) {
            boolean same = shownAt.equals(scene.now());
            WaitCard former = same || !(wait instanceof Wait.ForTime) ? shown.get(wait) : null;
            WaitCard card = former == null ? card(wait, scene.now()) : former;
            if (former == null || first) {
                card.setOpen(first);
            }
            first = false;
            now.put(wait, card);
            drawn.add(card);
        }
        Redraw.in(cards, drawn);
        shown = now;
        shownAt = scene.now();
    }

    /** Each is itself alone: what somebody writes in one is never another's. */
    private WaitCard card(Wait wait, Instant at) {
        WaitCard card = new WaitCard(wait, model.label(wait.elementId()), at, act);
        return Redraw.keyed(card, card);
    }

    /** Opens what is waited for at this element. */
    void open(String elementId) {
        shown.forEach((wait, card) -> {
            if (wait.elementId().equals(elementId)) {
                card.setOpen(true);
                card.scrollIntoView();
            }
        });
    }
}
