package io.tillflow.studio.processes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.instances.LiveMark;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Period;
import io.tillflow.studio.kit.Zone;
import io.tillflow.studio.processes.ProcessOverview.VersionLine;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All processes and each of their versions: what runs, waits and fails in it, what it completed and how long that took. */
@Route("processes")
@RolesAllowed(Role.Is.VIEWER)
class ProcessesView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final ProcessOverview overview;
    private final Clock clock;
    private final ZoneId zone = Zone.here();
    private final VersionTable table = new VersionTable();
    private final Div empty = new Div();
    private final Map<Period, NativeButton> periods = new EnumMap<>(Period.class);
    private final NativeButton quiet =
            Pieces.button(getTranslation("processes.quiet"), "", this::turnQuiet, "sm", "ghost");
    private volatile Period period = Period.TODAY;
    private boolean withQuiet;

    ProcessesView(ProcessOverview overview, LiveHistory live, Clock clock) {
        this.overview = overview;
        this.clock = clock;
        addClassName("processes");
        empty.add(new EmptyState("flow", getTranslation("processes.empty"), getTranslation("processes.empty.text")));
        Div card = new Div(table, empty);
        card.addClassName("card");
        add(
                new PageHead(getTranslation("processes.title"))
                        .beside(new LiveMark(live))
                        .actions(quiet, choice()),
                card);
        Frontend.require(this, "instances");
        live.follow(this, change -> true, this::read, this::show);
    }

    private Component choice() {
        Div choice = new Div();
        choice.addClassName("seg");
        choice.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("home.period"));
        for (Period it : Period.values()) {
            NativeButton button = new NativeButton(
                    getTranslation("home.period." + word(it)),
                    click -> getUI().ifPresent(
                                    ui -> ui.navigate(ProcessesView.class, QueryParameters.of("period", word(it)))));
            periods.put(it, button);
            choice.add(button);
        }
        return choice;
    }

    private static String word(Period period) {
        return period.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("period")
                .orElse("");
        period = Arrays.stream(Period.values())
                .filter(it -> word(it).equals(asked))
                .findFirst()
                .orElse(Period.TODAY);
        show(read());
    }

    private List<VersionLine> read() {
        Instant now = clock.instant();
        return overview.versions(period.from(now, zone), now);
    }

    private void turnQuiet() {
        withQuiet = !withQuiet;
        show(read());
    }

    private void show(List<VersionLine> lines) {
        periods.forEach((it, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(it == period)));
        quiet.getElement().setAttribute("aria-pressed", String.valueOf(withQuiet));
        List<VersionLine> telling = telling(lines);
        quiet.setVisible(withQuiet || telling.stream().anyMatch(it -> !shown(it)));
        table.show(telling.stream().filter(it -> withQuiet || shown(it)).toList());
        table.setVisible(!lines.isEmpty());
        empty.setVisible(lines.isEmpty());
    }

    /** The only version of a process says what the process says. */
    private static List<VersionLine> telling(List<VersionLine> lines) {
        Map<String, Long> each =
                lines.stream().collect(Collectors.groupingBy(VersionLine::processId, Collectors.counting()));
        return lines.stream()
                .filter(it -> it.version() == null || each.getOrDefault(it.processId(), 0L) > 2)
                .toList();
    }

    /** Old versions in which nothing happens any more only make the list long. */
    private static boolean shown(VersionLine it) {
        return it.version() == null || it.newest() || it.stirs();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("processes.title") + " - Tillflow";
    }
}
