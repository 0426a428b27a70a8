package io.tillflow.studio.shell;

import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.tillflow.studio.kit.Brand;
import io.tillflow.studio.kit.Icon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The left rail: what the views announce by {@code @Menu}, as far as the user's roles go. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Rail extends Nav {
    /** From this order on, an entry stands below the line; from the next, at the foot. */
    static final double SECOND_GROUP = 100;

    static final double FOOT = 900;

    private final NavCounts counts;
    private final Map<String, RouterLink> links = new LinkedHashMap<>();
    private final Map<String, Span> figures = new LinkedHashMap<>();

    Rail(NavCounts counts) {
        this.counts = counts;
        addClassName("rail");
        setAriaLabel(getTranslation("shell.main"));
        RouterLink home = new RouterLink();
        home.add(new Brand());
        home.getElement().setAttribute("href", ".").setAttribute("title", "Tillflow");
        add(home);
        fill();
    }

    private void fill() {
        boolean divided = false;
        for (MenuEntry entry : entries()) {
            double order = entry.order() == null ? SECOND_GROUP : entry.order();
            if (order >= SECOND_GROUP && order < FOOT && !divided) {
                add(new Hr());
                divided = true;
            }
            RouterLink link = link(entry);
            link.setClassName("foot", order >= FOOT && links.values().stream().noneMatch(l -> l.hasClassName("foot")));
            links.put(route(entry), link);
            add(link);
        }
    }

    private RouterLink link(MenuEntry entry) {
        RouterLink link = new RouterLink();
        link.setRoute(entry.menuClass());
        link.addClassName("nav");
        String title = getTranslation(entry.title());
        Span figure = new Span();
        figure.addClassName("n");
        figure.setVisible(false);
        figures.put(route(entry), figure);
        link.getElement().setAttribute("title", title);
        link.add(new Icon(entry.icon() == null ? "list" : entry.icon()), new Span(title), figure);
        return link;
    }

    void at(String path) {
        links.forEach((route, link) -> {
            boolean here = isAt(path, route);
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    void refresh() {
        figures.forEach((route, span) -> {
            NavCounts.Figure figure = counts.of(route);
            span.setText(figure.count() > 999 ? "999+" : String.valueOf(figure.count()));
            span.setVisible(figure.count() > 0);
            span.setClassName("bad", figure.urgent());
        });
    }

    static List<MenuEntry> entries() {
        return new ArrayList<>(MenuConfiguration.getMenuEntries());
    }

    static String route(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    static boolean isAt(String path, String route) {
        return route.isEmpty() ? path.isEmpty() : path.equals(route) || path.startsWith(route + "/");
    }
}
