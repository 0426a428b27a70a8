package io.tillflow.studio.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.home.ControlCentre.Happened;
import io.tillflow.studio.home.ControlCentre.Picture;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.instances.LiveMark;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Texts;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Period;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Zone;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Is the shop well, what is not, what to do, what happened: in this order. */
@Route("")
@Menu(order = 10, title = "menu.home", icon = "home")
@RolesAllowed(Role.Is.VIEWER)
class HomeView extends Div implements HasDynamicTitle {

    private final ControlCentre centre;
    private final Tiles tiles = new Tiles();
    private final AutomationsCard automations = new AutomationsCard();
    private final ToDoCard toDo = new ToDoCard();
    private final WaitingCard waiting = new WaitingCard();
    private final UnorderedList feed = new UnorderedList();
    private final Div activity = new Div();
    private final Map<Period, NativeButton> periods = new EnumMap<>(Period.class);
    private final ZoneId zone = Zone.here();
    private volatile Period period = Period.TODAY;

    HomeView(ControlCentre centre, LiveHistory live) {
        this.centre = centre;
        addClassName("home");
        feed.addClassName("feed");
        activity.addClassName("card");
        Header head = new Header(new H2(getTranslation("home.activity")));
        activity.add(head, feed);
        Div left = new Div(automations, waiting, activity);
        left.addClassNames("stack", "l");
        Div columns = new Div(left, toDo);
        columns.addClassName("cols");
        add(
                new PageHead(getTranslation("home.title"))
                        .beside(new LiveMark(live))
                        .actions(choice()),
                tiles,
                columns);
        Frontend.require(this, "instances");
        live.follow(this, change -> true, () -> centre.look(period, zone), this::show);
        addAttachListener(attach -> show(centre.look(period, zone)));
    }

    private Component choice() {
        Div choice = new Div();
        choice.addClassName("seg");
        choice.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("home.period"));
        for (Period it : Period.values()) {
            NativeButton button =
                    new NativeButton(getTranslation("home.period." + it.name().toLowerCase(Locale.ROOT)));
            button.addClickListener(click -> {
                period = it;
                show(centre.look(it, zone));
            });
            periods.put(it, button);
            choice.add(button);
        }
        return choice;
    }

    private void show(Picture picture) {
        periods.forEach((it, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(it == period)));
        tiles.show(picture, period);
        automations.show(picture);
        toDo.show(picture);
        waiting.show(picture);
        Redraw.in(
                feed,
                picture.lately().isEmpty()
                        ? List.of(nothing())
                        : picture.lately().stream().map(this::line).toList());
    }

    private ListItem nothing() {
        return new ListItem(new EmptyState(
                "history", getTranslation("home.activity.none"), getTranslation("home.activity.none.text")));
    }

    private ListItem line(Happened happened) {
        String kind = happened.activity().kind().toLowerCase(Locale.ROOT);
        String tone = switch (kind) {
            case "incident" -> "incident";
            case "completed" -> "completed";
            case "cancelled" -> "cancelled";
            default -> "running";
        };
        Span mark = new Span(Icon.small(
                switch (tone) {
                    case "incident" -> "alert";
                    case "completed" -> "check";
                    case "cancelled" -> "ban";
                    default -> "play";
                }));
        mark.addClassNames("st", tone);
        String order = happened.activity().businessKey();
        String words =
                getTranslation("home.happened." + kind, happened.step(), order.isEmpty() ? happened.process() : order);
        var link = Pieces.instanceLink(happened.activity().instanceKey(), words);
        link.addClassNames("grow", "cut");
        Span when = Pieces.text(Texts.clock(happened.activity().at()), "meta", "num");
        when.setTitle(Texts.exact(happened.activity().at(), getLocale()));
        return new ListItem(mark, link, Pieces.text(happened.process(), "meta", "hide-s"), when);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.title") + " - Tillflow";
    }
}
