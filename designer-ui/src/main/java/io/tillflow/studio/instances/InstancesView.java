package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.engine.history.Count;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Rows.Counted;
import io.tillflow.studio.instances.Rows.Listing;
import io.tillflow.studio.instances.SavedFilters.Saved;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.repair.Batches;
import io.tillflow.studio.repair.RepairDesk;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All instances, filtered, the ones that need a look first; it follows history without reloading. */
@Route("instances")
@Menu(order = 40, title = "menu.instances", icon = "list")
@RolesAllowed(Role.Is.VIEWER)
class InstancesView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final int ROWS = 25;

    private final Rows rows;
    private final Batches batches;
    private final KeptFilters kept;
    private final Commands commands;
    private final SavedFilters saved = new SavedFilters();
    private final FilterBar filters;
    private final InstanceTable table;
    private final BulkBar bulk;
    private final Div card = new Div();
    private final Div empty = new Div();
    private final Footer footer = new Footer(this::previous, this::next);
    private final Deque<Optional<String>> before = new ArrayDeque<>();
    private final Anchor csv = new Anchor("", getTranslation("instances.csv"));
    private volatile Parameters parameters = Parameters.initial();
    private volatile Optional<String> cursor = Optional.empty();
    private Optional<String> next = Optional.empty();
    private boolean known = true;

    private record Reading(Parameters of, Optional<String> at, Listing listing) {}

    private record Counts(Parameters of, Counted counted, Map<Saved, Count> saved) {}

    InstancesView(
            Rows rows,
            RepairDesk desk,
            Batches batches,
            KeptFilters kept,
            Commands commands,
            LiveHistory live,
            CurrentUser user) {
        this.kept = kept;
        this.rows = rows;
        this.batches = batches;
        this.commands = commands;
        addClassNames("instances");
        filters = new FilterBar(rows, this::go);
        boolean operator = user.has(Role.OPERATOR);
        table = new InstanceTable(operator, this::selectionChanged);
        bulk = new BulkBar(desk, commands, table::unselect);
        card.addClassName("card");
        card.add(bulk, table, empty, footer);
        add(head(live, operator), saved, filters, card);
        Frontend.require(this, "instances");
        live.follow(this, change -> true, this::read, this::show);
        live.follow(this, change -> true, this::count, this::show);
        addAttachListener(attach -> countAside());
    }

    private PageHead head(LiveHistory live, boolean operator) {
        Span beside = new LiveMark(live);
        NativeButton share = Pieces.button(getTranslation("instances.share"), "link", this::share, "ghost");
        csv.addClassNames("btn", "ghost");
        csv.getElement().setAttribute("download", "instances.csv").setAttribute("router-ignore", true);
        csv.removeAll();
        csv.add(new Icon("dl"), new Span(getTranslation("instances.csv")));
        Anchor processes = new Anchor("processes", getTranslation("instances.processes"));
        processes.addClassNames("btn", "ghost");
        RouterLink all = new RouterLink(getTranslation("instances.batches"), BatchesView.class);
        all.addClassNames("btn", "ghost");
        PageHead head =
                new PageHead(getTranslation("instances.title")).beside(beside).actions(share, csv, processes, all);
        if (operator) {
            head.actions(Pieces.button(getTranslation("instances.batch.new"), "run", this::forAll));
        }
        return head;
    }

    /** Only what is open can be repaired, so that is what a batch from an unfiltered list is about. */
    private void forAll() {
        String filter = new QueryParameters(parameters.address()).getQueryString();
        Set<String> processes = parameters.filter().processes();
        new BatchDialog(
                        batches,
                        filter.isEmpty() ? "state=open" : filter,
                        processes.size() == 1 ? rows.steps(processes.iterator().next()) : List.of(),
                        begun -> getUI().ifPresent(ui -> ui.navigate(BatchView.class, BatchView.parameters(begun))))
                .open();
    }

    private void share() {
        getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText(location.href)");
        Notices.done(getTranslation("instances.shared"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, List<String>> given =
                event.getLocation().getQueryParameters().getParameters();
        try {
            parameters = given.isEmpty() ? Parameters.initial() : Parameters.parse(given);
        } catch (Parameters.Unreadable unreadable) {
            Notices.failed(getTranslation("instances.filter.unreadable"));
            parameters = Parameters.initial();
        }
        before.clear();
        cursor = Optional.empty();
        filters.show(parameters);
        saved.at(parameters, kept);
        csv.setHref("api/v1/instances.csv" + query());
        try {
            show(read());
        } catch (TooManyOrders tooMany) {
            unknown("instances.filter.customer.many");
            return;
        } catch (Away | Refused silent) {
            unknown("instances.filter.customer.away");
            return;
        }
        footer.counting();
        countAside();
    }

    /** Whose orders are whose only the shop can say; what somebody wrote and chose stays, so that they can go on. */
    private void unknown(String why) {
        known = false;
        next = Optional.empty();
        table.show(List.of());
        table.setVisible(false);
        footer.setVisible(false);
        empty.setVisible(true);
        NativeButton clear =
                Pieces.button(getTranslation("instances.filter.clear"), "", () -> go(Parameters.initial()));
        String words = getTranslation(why, parameters.filter().customer());
        Redraw.in(empty, new EmptyState("filter", getTranslation("instances.filter.customer.unknown"), words, clear));
    }

    private String query() {
        String query = new QueryParameters(parameters.address()).getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    private void go(Parameters wanted) {
        Map<String, List<String>> address =
                wanted.address().isEmpty() ? Map.of("state", List.of("")) : wanted.address();
        QueryParameters query =
                wanted.equals(Parameters.initial()) ? QueryParameters.empty() : new QueryParameters(address);
        getUI().ifPresent(ui -> ui.navigate(InstancesView.class, query));
    }

    private Reading read() {
        Parameters of = parameters;
        Optional<String> at = cursor;
        return new Reading(of, at, rows.list(of, at, ROWS));
    }

    private Counts count() {
        Parameters of = parameters;
        Counted counted = rows.counted(of.filter());
        Map<Saved, Count> figures = new EnumMap<>(Saved.class);
        for (Saved it : Saved.values()) {
            figures.put(it, rows.count(it.parameters().filter()));
        }
        return new Counts(of, counted, figures);
    }

    /** Counts off the page's thread: rows are shown at once, figures follow. */
    private void countAside() {
        if (known && getUI().isPresent()) {
            AtomicReference<@Nullable Counts> found = new AtomicReference<>();
            commands.run(
                    this,
                    () -> found.set(count()),
                    () -> Optional.ofNullable(found.get()).ifPresent(this::show),
                    failure -> Commands.explain(this, failure));
        }
    }

    private void show(Counts counts) {
        saved.show(counts.saved());
        if (counts.of().equals(parameters)) {
            footer.show(counts.counted());
        }
    }

    private void show(Reading reading) {
        if (!reading.of().equals(parameters) || !reading.at().equals(cursor)) {
            return;
        }
        known = true;
        Listing listing = reading.listing();
        next = listing.next();
        table.show(listing.rows());
        boolean nothing = listing.rows().isEmpty();
        boolean further = next.isPresent() || !before.isEmpty();
        table.setVisible(!nothing);
        footer.setVisible(!nothing || further);
        empty.setVisible(nothing);
        if (nothing) {
            Redraw.in(empty, emptyState());
        }
        footer.show(listing, before.size() * ROWS, !before.isEmpty());
    }

    private EmptyState emptyState() {
        if (next.isPresent()) {
            return new EmptyState(
                    "filter",
                    getTranslation("instances.notyet"),
                    getTranslation("instances.notyet.text"),
                    Pieces.button(getTranslation("instances.notyet.on"), "right", this::next));
        }
        if (rows.none()) {
            return new EmptyState("list", getTranslation("instances.none"), getTranslation("instances.none.text"));
        }
        if (parameters.filter().equals(Saved.OPEN.parameters().filter())) {
            NativeButton everything =
                    Pieces.button(getTranslation("instances.saved.all"), "", () -> go(Saved.ALL.parameters()));
            return new EmptyState(
                    "list",
                    getTranslation("instances.noneopen"),
                    getTranslation("instances.noneopen.text"),
                    everything);
        }
        NativeButton clear =
                Pieces.button(getTranslation("instances.filter.clear"), "", () -> go(Parameters.initial()));
        return new EmptyState(
                "filter", getTranslation("instances.nomatch"), getTranslation("instances.nomatch.text"), clear);
    }

    private void selectionChanged() {
        bulk.show(table.selected());
    }

    private void next() {
        next.ifPresent(token -> {
            before.push(cursor);
            cursor = Optional.of(token);
            show(read());
        });
    }

    private void previous() {
        if (!before.isEmpty()) {
            cursor = before.pop();
            show(read());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("instances.title") + " - Tillflow";
    }
}
