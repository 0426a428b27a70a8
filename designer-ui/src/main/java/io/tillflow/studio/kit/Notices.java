package io.tillflow.studio.kit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Short words at the edge of the page about what just happened. */
public final class Notices {
    private static final int SHORT = 4_000;
    private static final int LONG = 10_000;

    private Notices() {}

    public static void done(String text) {
        show(text, "check", SHORT, "completed");
    }

    /** Something did not work; the text says what to do next. */
    public static void failed(String text) {
        show(text, "alert", LONG, "incident");
    }

    private static void show(String text, String icon, int millis, String state) {
        Notification notification = new Notification();
        notification.setDuration(millis);
        notification.setPosition(Notification.Position.BOTTOM_START);
        Span line = new Span(new Icon(icon), new Span(text));
        line.addClassNames("notice", state);
        notification.add(line);
        notification.getElement().setAttribute("role", "incident".equals(state) ? "alert" : "status");
        notification.open();
    }
}
