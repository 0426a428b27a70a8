package io.tillflow.studio.shell;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.tillflow.studio.kit.Icon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The rail on a phone: four entries and the rest behind "More". */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TabBar extends Nav {
    /** What one looks after on the way; everything else is behind "More". */
    private static final List<String> SHOWN = List.of("", "automations", "instances", "tasks");

    private final Map<String, RouterLink> links = new LinkedHashMap<>();

    TabBar() {
        addClassName("tabbar");
        setAriaLabel(getTranslation("shell.main"));
        List<MenuEntry> entries = Rail.entries();
        Map<Boolean, List<MenuEntry>> shown =
                entries.stream().collect(Collectors.partitioningBy(entry -> SHOWN.contains(Rail.route(entry))));
        shown.getOrDefault(true, List.of()).forEach(this::addTab);
        List<MenuEntry> rest = shown.getOrDefault(false, List.of());
        if (!rest.isEmpty()) {
            addMore(rest);
        }
    }

    private void addTab(MenuEntry entry) {
        RouterLink link = new RouterLink();
        link.setRoute(entry.menuClass());
        link.add(new Icon(entry.icon() == null ? "list" : entry.icon()), new Span(getTranslation(entry.title())));
        links.put(Rail.route(entry), link);
        add(link);
    }

    private void addMore(List<MenuEntry> rest) {
        NativeButton more = new NativeButton();
        more.add(new Icon("menu"), new Span(getTranslation("shell.more")));
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        rest.forEach(entry -> menu.addItem(
                getTranslation(entry.title()),
                click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(Rail.route(entry)))));
        add(more);
    }

    void at(String path) {
        links.forEach((route, link) -> {
            if (Rail.isAt(path, route)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
