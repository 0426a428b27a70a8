package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.engine.history.InstanceState;
import io.tillflow.engine.history.Usual;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.repair.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Small parts that several operators' pages are made of. */
public final class Pieces {

    private Pieces() {}

    public static State state(InstanceState state) {
        return State.valueOf(state.name());
    }

    /** The badge of an instance's state in the words of the page's language. */
    public static Badge badge(Component page, InstanceState state) {
        return new Badge(
                state(state),
                page.getTranslation("instances.state." + state.name().toLowerCase(Locale.ROOT)));
    }

    /** A time that counts on by itself in the browser: "3 h ago". */
    public static Component ago(Instant at) {
        return live(
                "tf-since", element -> element.setAttribute("at", millis(at)).setAttribute("ago", true));
    }

    /** A duration that counts on by itself: "52 min". */
    public static Component since(Instant at) {
        return live("tf-since", element -> element.setAttribute("at", millis(at)));
    }

    /** A duration up to an instant, or one that counts on by itself. */
    public static Component since(Instant from, Optional<Instant> until) {
        return until.<Component>map(it -> text(Times.duration(Duration.between(from, it)), "num"))
                .orElseGet(() -> since(from));
    }

    /** How long something has waited, as a bar against what is usual. */
    public static Component wait(Instant since, Optional<Usual.Typical> usual, boolean failed) {
        return live("tf-wait", element -> {
            element.setAttribute("at", millis(since));
            usual.map(Usual.Typical::median)
                    .map(Duration::toMillis)
                    .ifPresent(ms -> element.setAttribute("usual", "" + ms));
            element.setAttribute("failed", failed);
        });
    }

    public static Span text(String text, String... classes) {
        Span span = new Span(text);
        span.addClassNames(classes);
        return span;
    }

    public static Div block(String text, String... classes) {
        Div div = new Div(text);
        div.addClassNames(classes);
        return div;
    }

    /** A plain button of the look; classes such as {@code pri}, {@code ghost}, {@code risk}, {@code ic}, {@code sm}. */
    public static NativeButton button(String text, String icon, Runnable action, String... classes) {
        NativeButton button = new NativeButton();
        button.addClassName("btn");
        button.addClassNames(classes);
        button.getElement().setAttribute("type", "button");
        if (!icon.isEmpty()) {
            button.add(new Icon(icon));
        }
        if (!text.isEmpty()) {
            button.add(new Span(text));
        }
        return Redraw.press(button, action);
    }

    /** What keeps a repair from being done, in the page's language. */
    static String said(Component page, Plan.Problem problem) {
        return page.getTranslation("repair." + problem.why(), problem.with().toArray());
    }

    /** A link to the page of an instance. */
    public static RouterLink instanceLink(long instanceKey, String text) {
        RouterLink link = new RouterLink();
        link.setRoute(InstanceView.class, new RouteParameters("key", String.valueOf(instanceKey)));
        link.setText(text);
        return link;
    }

    /** The icon of a kind of element, for Zeebe's types as for BPMN's tags. */
    public static Icon icon(String elementType) {
        String kind = elementType.toUpperCase(Locale.ROOT).replace("_", "");
        String name = switch (kind) {
            case "USERTASK", "MANUALTASK" -> "user";
            case "BUSINESSRULETASK" -> "table";
            case "SENDTASK", "RECEIVETASK", "INTERMEDIATETHROWEVENT" -> "mail";
            case "INTERMEDIATECATCHEVENT", "BOUNDARYEVENT", "EVENTBASEDGATEWAY" -> "clock";
            case "EXCLUSIVEGATEWAY", "PARALLELGATEWAY", "INCLUSIVEGATEWAY" -> "flow";
            case "SUBPROCESS", "CALLACTIVITY", "EVENTSUBPROCESS", "MULTIINSTANCEBODY" -> "box";
            case "STARTEVENT" -> "play";
            case "ENDEVENT" -> "check";
            default -> "gear";
        };
        return Icon.small(name);
    }

    private static String millis(Instant at) {
        return String.valueOf(at.toEpochMilli());
    }

    private static Component live(String tag, java.util.function.Consumer<Element> attributes) {
        Span holder = new Span();
        Element element = new Element(tag);
        attributes.accept(element);
        holder.getElement().appendChild(element);
        return holder;
    }
}
