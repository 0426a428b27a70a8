package io.tillflow.studio.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.shared.Registration;
import io.tillflow.studio.kit.CanvasPage;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.tour.Tour;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rail, top bar and, on a phone, the bar at the bottom; the page stands in the middle. */
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private final Rail rail;
    private final TopBar top;
    private final TabBar tabs;
    private final Banner banner = new Banner();
    private final Main body = new Main();
    private final Surroundings surroundings;
    private final Tour tour;
    private @Nullable Registration watching;

    MainLayout(Rail rail, TopBar top, TabBar tabs, Surroundings surroundings, Tour tour) {
        this.tour = tour;
        if (tour.isFor()) {
            top.help(tour::begin);
        }
        this.rail = rail;
        this.top = top;
        this.tabs = tabs;
        this.surroundings = surroundings;
        addClassName("app");
        body.addClassName("body");
        Div main = new Div(top, banner, tour, body);
        main.addClassName("main");
        add(rail, main, tabs, new LeaveGuard());
        Frontend.require(this, "shell");
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        body.removeAll();
        if (content != null) {
            body.getElement().appendChild(content.getElement());
            Component page = content.getElement().getComponent().orElseThrow();
            boolean canvas = page instanceof CanvasPage;
            setClassName("mini", canvas);
            body.setClassName("canvas-body", canvas);
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        body.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        rail.at(path);
        tabs.at(path);
        top.crumbs(event.getActiveChain().getFirst() instanceof HasCrumbs page ? page.crumbs() : List.of());
        tour.beginIfNew();
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        // the words that browser code adds itself follow the page's language, which is the person's and not the
        // bundle's
        attach.getUI()
                .getPage()
                .executeJs(
                        "document.documentElement.lang = $0",
                        attach.getUI().getLocale().toLanguageTag());
        watching = surroundings.watch(() -> Live.update(attach.getUI(), this::refresh));
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (watching != null) {
            watching.remove();
        }
    }

    private void refresh() {
        banner.show(surroundings.state());
        rail.refresh();
    }
}
