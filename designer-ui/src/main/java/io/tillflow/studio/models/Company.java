package io.tillflow.studio.models;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.kit.Zone;
import io.tillflow.studio.presence.Presence;
import io.tillflow.studio.presence.Present;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Who else has the model's editor open, since when, and whether they have something unsaved; one's own other windows, too. */
final class Company extends Div implements Presence.Page {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final transient Presence presence;
    private final String model;
    private final String person;
    private final Editor editor;
    private final String window = UUID.randomUUID().toString();
    private boolean unsaved;
    private final transient Collection<Runnable> looks = new CopyOnWriteArrayList<>();
    private transient List<Present> shown = List.of();
    private transient volatile @Nullable UI ui;
    private transient @Nullable PendingJavaScriptResult beat;

    Company(Presence presence, String model, String person, Editor editor, boolean unsaved, Runnable alsoLook) {
        this.presence = presence;
        this.model = model;
        this.person = person;
        this.editor = editor;
        this.unsaved = unsaved;
        looks.add(alsoLook);
        addClassName("company");
        getElement().setAttribute("role", "status");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        ui = attach.getUI();
        presence.enter(window, model, person, unsaved, this);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        ui = null;
        presence.leave(window, model, person);
    }

    /** Something is drawn here that no version holds, or nothing any more. */
    void unsaved(boolean now) {
        if (now != unsaved) {
            unsaved = now;
            presence.unsaved(window, model, person, now);
        }
    }

    /** What was not sent yet waits for the connection, and one of them is enough. */
    @Override
    public void beat() {
        change(() -> {
            if (beat == null || beat.isSentToBrowser()) {
                beat = editor.beat(model, window);
            }
        });
    }

    @Override
    public void look() {
        change(() -> {
            try {
                show(presence.of(model).stream()
                        .filter(it -> !it.window().equals(window))
                        .toList());
                looks.forEach(Runnable::run);
            } catch (DataAccessException away) {
                // the page says by itself that the database is away
            }
        });
    }

    /** Whenever the page looks around, this is looked at, too. */
    Company also(Runnable look) {
        looks.add(look);
        return this;
    }

    /** Whenever the page looks around, a dialog over it does, too, as long as it is open. */
    void also(Dialog dialog, Runnable look) {
        looks.add(look);
        dialog.addDetachListener(gone -> looks.remove(look));
    }

    private void change(Runnable change) {
        UI open = ui;
        if (open != null) {
            Live.update(open, change::run);
        }
    }

    private void show(List<Present> others) {
        if (others.equals(shown)) {
            return;
        }
        shown = others;
        removeAll();
        others.forEach(it -> add(chip(it)));
    }

    private Span chip(Present it) {
        String name = it.name().equals(person) ? getTranslation("company.self") : it.name();
        String since = CLOCK.withLocale(getLocale()).withZone(Zone.here()).format(it.since());
        String words = getTranslation(it.unsaved() ? "company.unsaved" : "company.open", name, since);
        Span letters =
                new Span(it.name().substring(0, Math.min(2, it.name().length())).toUpperCase(Locale.ROOT));
        letters.addClassName("ava");
        letters.setClassName("me", it.name().equals(person));
        letters.getElement().setAttribute("aria-hidden", "true");
        Span heard = new Span(words);
        heard.addClassName("unseen");
        Span chip = new Span(letters, heard);
        if (it.unsaved()) {
            chip.add(Icon.small("pencil"));
        }
        chip.addClassName("mate");
        chip.getElement().setAttribute("title", words);
        return chip;
    }
}
