package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tabs as the look draws them: a word, a number behind it, a line under the one that is open. */
public final class TabRow<K> extends Div {

    private final Map<K, NativeButton> buttons = new LinkedHashMap<>();
    private final Map<K, Span> counts = new LinkedHashMap<>();
    private final Consumer<K> chosen;

    public TabRow(String label, Consumer<K> chosen) {
        this.chosen = chosen;
        addClassName("tabs");
        getElement().setAttribute("role", "tablist").setAttribute("aria-label", label);
    }

    public void add(K key, String word) {
        Span count = new Span();
        count.addClassName("n");
        NativeButton button = new NativeButton();
        button.add(new Span(word), count);
        button.getElement().setAttribute("role", "tab").setAttribute("type", "button");
        button.addClickListener(click -> chosen.accept(key));
        buttons.put(key, button);
        counts.put(key, count);
        add(button);
    }

    /** Draws the line under one tab; what is below it is for its owner to change. */
    public void at(K open) {
        buttons.forEach((key, button) -> {
            button.setClassName("on", key.equals(open));
            button.getElement().setAttribute("aria-selected", String.valueOf(key.equals(open)));
        });
    }

    public void count(K key, String figure) {
        Span count = counts.get(key);
        if (count != null) {
            count.setText(figure);
        }
    }
}
