package io.tillflow.studio.tour;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.dao.DataAccessException;

/**
 * A strip above the page that goes along through the studio; it covers nothing, takes no focus by itself, and stays away once it was
 * seen through or sent away.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Tour extends Section {
    /** Where each step leads; the first one stays where the person is. */
    private static final List<String> STEPS =
            List.of("", "library", "models", "models/order-fulfilment/play", "instances");

    private final transient ToursSeen seen;
    private final CurrentUser user;
    private final String person;
    private final H2 title = new H2();
    private final Paragraph text = new Paragraph();
    private final Span at = new Span();
    private final NativeButton back;
    private final NativeButton next;
    private int step;
    private boolean known;

    Tour(ToursSeen seen, CurrentUser user) {
        this.seen = seen;
        this.user = user;
        this.person = user.name();
        addClassName("tour");
        getElement().setAttribute("aria-label", getTranslation("tour.name"));
        title.getElement().setAttribute("tabindex", "-1");
        at.addClassNames("meta", "num");
        Div words = new Div(title, text);
        words.addClassNames("grow", "tour-words");
        back = button("tour.back", () -> go(step - 1));
        next = button("tour.next", this::onward);
        next.addClassName("pri");
        NativeButton end = button("tour.end", this::end);
        end.addClassName("ghost");
        Div acts = new Div(at, back, next, end);
        acts.addClassNames("row", "tour-acts");
        add(words, acts);
        Shortcuts.addShortcutListener(this, this::end, Key.ESCAPE).listenOn(this);
        setVisible(false);
    }

    /** Whether this person can be shown around. */
    public boolean isFor() {
        return user.has(Role.ANALYST);
    }

    /** Begins on the first visit. */
    public void beginIfNew() {
        try {
            if (isVisible() || known || !isFor()) {
                return;
            }
            ToursSeen.Visit visit = seen.visit(person);
            known = visit == ToursSeen.Visit.LATER;
            if (visit == ToursSeen.Visit.FIRST) {
                show(0);
            }
        } catch (DataAccessException away) {
            // another time
        }
    }

    /** Begins because somebody asked for it. */
    public void begin() {
        show(0);
        focusTitle();
    }

    private void onward() {
        if (step + 1 < STEPS.size()) {
            go(step + 1);
        } else {
            end();
        }
    }

    private void go(int to) {
        show(to);
        String page = STEPS.get(to);
        if (!page.isEmpty()) {
            getUI().ifPresent(ui -> ui.navigate(page));
        }
        focusTitle();
    }

    private void show(int to) {
        step = to;
        title.setText(getTranslation("tour." + (to + 1) + ".title"));
        text.setText(getTranslation("tour." + (to + 1) + ".text"));
        at.setText(getTranslation("tour.at", to + 1, STEPS.size()));
        back.setVisible(to > 0);
        next.setText(getTranslation(to + 1 < STEPS.size() ? "tour.next" : "tour.done"));
        setVisible(true);
    }

    /** What is heard next is the step. */
    private void focusTitle() {
        title.getElement().executeJs("this.focus()");
    }

    private void end() {
        setVisible(false);
        known = true;
        try {
            seen.seen(person);
        } catch (DataAccessException away) {
            // it is shown once more, in another window
        }
    }

    private NativeButton button(String key, Runnable act) {
        NativeButton button = new NativeButton(getTranslation(key), click -> act.run());
        button.addClassNames("btn", "sm");
        return button;
    }
}
