package io.tillflow.studio.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BaseJsonNode;

/**
 * Draws a live page anew without taking anything from under people's hands: what is still there stays the same element of the page, so
 * that a press, the focus and what was unfolded survive, and only what reads differently changes. A page draws as if for the first time;
 * one of several things that can be pressed alike says by a key which it is.
 */
public final class Redraw {
    private Redraw() {}

    record Key(Object of) {}

    record Press(Runnable action) {}

    /** Says which of several things alike it stands for; listeners on it or in it may ask for that alone. */
    public static <C extends Component> C keyed(C component, Object key) {
        ComponentUtil.setData(component, Key.class, new Key(key));
        return component;
    }

    /** A press on it runs this; one that stays runs what it was drawn with last. */
    public static NativeButton press(NativeButton button, Runnable action) {
        ComponentUtil.setData(button, Press.class, new Press(action));
        button.addClickListener(
                click -> ComponentUtil.getData(button, Press.class).action().run());
        return button;
    }

    /** Shows these in a place instead of what it holds. */
    public static void in(Component place, Component... drawn) {
        in(place, Arrays.asList(drawn));
    }

    /** Shows these in a place instead of what it holds. */
    public static void in(Component place, List<? extends Component> drawn) {
        children(place.getElement(), drawn.stream().map(Component::getElement).toList());
    }

    private static void children(Element place, List<Element> drawn) {
        List<Element> before = place.getChildren().toList();
        Map<Element, Element> stays = Likeness.pairs(before, drawn);
        List<Element> after = new ArrayList<>();
        for (Element it : drawn) {
            Element stay = stays.get(it);
            if (stay != null && !stay.equals(it)) {
                update(stay, it);
            }
            after.add(stay == null ? it : stay);
        }
        arrange(place, before, after);
    }

    /** Takes out what is gone and moves as few as possible: who is moved loses a press under way. */
    private static void arrange(Element place, List<Element> before, List<Element> after) {
        Set<Element> still =
                longestInOrder(after.stream().filter(before::contains).toList(), before);
        before.stream().filter(it -> !still.contains(it)).forEach(Element::removeFromParent);
        for (int i = 0; i < after.size(); i++) {
            if (!still.contains(after.get(i))) {
                place.insertChild(i, after.get(i));
            }
        }
    }

    private static Set<Element> longestInOrder(List<Element> elements, List<Element> before) {
        int[] places = elements.stream().mapToInt(before::indexOf).toArray();
        int[] length = new int[elements.size()];
        int[] previous = new int[elements.size()];
        int last = -1;
        for (int i = 0; i < length.length; i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places[j] < places[i] && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Set<Element> found = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            found.add(elements.get(i));
        }
        return found;
    }

    private static void update(Element stay, Element drawn) {
        if (stay.isTextNode()) {
            if (!stay.getText().equals(drawn.getText())) {
                stay.setText(drawn.getText());
            }
            return;
        }
        attributes(stay, drawn);
        drawn.getPropertyNames().toList().forEach(it -> property(stay, it, drawn.getPropertyRaw(it)));
        stay.setVisible(drawn.isVisible());
        stay.setEnabled(drawn.isEnabled());
        @Nullable Press press = Likeness.data(drawn, Press.class);
        if (press != null) {
            stay.getComponent().ifPresent(it -> ComponentUtil.setData(it, Press.class, press));
        }
        children(stay, drawn.getChildren().toList());
    }

    private static void attributes(Element stay, Element drawn) {
        Set<String> names = new LinkedHashSet<>(stay.getAttributeNames().toList());
        names.addAll(drawn.getAttributeNames().toList());
        for (String name : names) {
            @Nullable String value = drawn.getAttribute(name);
            if (value == null) {
                stay.removeAttribute(name);
            } else if (!value.equals(stay.getAttribute(name))) {
                stay.setAttribute(name, value);
            }
        }
    }

    private static void property(Element stay, String name, @Nullable Object value) {
        if (Objects.equals(value, stay.getPropertyRaw(name))) {
            return;
        }
        switch (value) {
            case null -> stay.removeProperty(name);
            case String text -> stay.setProperty(name, text);
            case Boolean yes -> stay.setProperty(name, yes);
            case Double number -> stay.setProperty(name, number);
            case BaseJsonNode node -> stay.setPropertyJson(name, node);
            default -> throw new IllegalStateException("expected a plain property " + name + ", but it is " + value);
        }
    }
}
