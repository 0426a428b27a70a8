package io.tillflow.studio.kit;

import com.vaadin.flow.component.Component;

/**
 * Says where people type what is kept only when they press a button, so that they are asked before it is lost: the browser when its window
 * closes, the page around when another is opened. What is typed in a dialog counts as long as it is open, without being named here.
 */
public final class Unkept {
    private static final String PLACE = "data-unkept";

    private Unkept() {}

    /** From now on what is typed in the fields of this place is not left without a question. */
    public static void in(Component place) {
        place.getElement().setAttribute(PLACE, "");
        place.addAttachListener(attach -> tell(place, "kept"));
    }

    /** What the fields of the place show by now is kept. */
    public static void kept(Component place) {
        place.getElement().setAttribute(PLACE, "");
        tell(place, "kept");
    }

    /** Something of the place was changed otherwise than by typing, and is kept nowhere. */
    public static void changed(Component place) {
        place.getElement().setAttribute(PLACE, "changed");
        tell(place, "look");
    }

    private static void tell(Component place, String what) {
        place.getElement().executeJs("window.tillflowUnkept?.[$0](this)", what);
    }
}
