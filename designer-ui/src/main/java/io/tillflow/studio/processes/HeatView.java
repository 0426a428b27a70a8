package io.tillflow.studio.processes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.engine.history.HeatMaps;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.costs.CostRates;
import io.tillflow.studio.costs.Costs;
import io.tillflow.studio.costs.PricesDialog;
import io.tillflow.studio.costs.ProcessCosts;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.ZoomBar;
import io.tillflow.studio.kit.CanvasPage;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where the instances of a process version go, stay and fail, drawn over its diagram; two versions on one scale. */
@Route("processes/:id")
@RolesAllowed(Role.Is.VIEWER)
class HeatView extends Div implements CanvasPage, HasCrumbs, HasDynamicTitle, BeforeEnterObserver {

    private static final int[] SHADES = {10, 20, 30, 40, 52};

    private final Definitions definitions;
    private final HeatMaps heatMaps;
    private final DeployedModels models;
    private final ProcessCosts costs;
    private final CostRates rates;
    private final boolean setsPrices;
    private String title = "";

    HeatView(
            Definitions definitions,
            HeatMaps heatMaps,
            DeployedModels models,
            ProcessCosts costs,
            CostRates rates,
            CurrentUser user) {
        this.definitions = definitions;
        this.heatMaps = heatMaps;
        this.models = models;
        this.costs = costs;
        this.rates = rates;
        this.setsPrices = user.has(Role.ADMIN);
        addClassName("heat-page");
    }

    /** What the address asks for. */
    record Asked(String processId, int version, Measure measure, Optional<Integer> against) {

        Asked at(int other) {
            return new Asked(processId, other, measure, against.filter(it -> it != other));
        }

        Asked by(Measure other) {
            return new Asked(processId, version, other, against);
        }

        Asked besides(Optional<Integer> other) {
            return new Asked(processId, version, measure, other);
        }

        Location location() {
            Map<String, String> query = new HashMap<>();
            query.put("version", String.valueOf(version));
            query.put("metric", measure.id());
            against.ifPresent(it -> query.put("against", String.valueOf(it)));
            return new Location("processes/" + processId, QueryParameters.simple(query));
        }
    }

    private record Drawn(ProcessVersion version, Heat heat, ProcessModel model, String bpmn) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        List<ProcessVersion> versions = definitions.processes().stream()
                .filter(it -> it.processId().equals(id))
                .toList();
        if (versions.isEmpty()) {
            throw new NotFoundException(getTranslation("processes.unknown", id));
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        int version = number(query, "version").orElse(versions.getFirst().version());
        Asked asked = new Asked(
                id,
                version,
                Measure.of(query.getSingleParameter("metric").orElse("")),
                number(query, "against").filter(it -> it != version));
        show(asked, versions);
    }

    private void show(Asked asked, List<ProcessVersion> versions) {
        List<Drawn> drawn = Stream.concat(Stream.of(asked.version()), asked.against().stream())
                .map(it -> drawn(asked, versions, it))
                .toList();
        long most = drawn.stream()
                .flatMap(it -> it.heat().steps().stream())
                .mapToLong(asked.measure()::of)
                .max()
                .orElse(0);
        title = drawn.getFirst().model().title();
        removeAll();
        add(new HeatSettings(
                getTranslation("processes.heat.title", title),
                asked,
                versions.stream().map(ProcessVersion::version).toList(),
                this::open));
        List<HeatDiagram> diagrams = drawn.stream()
                .map(it -> new HeatDiagram(it.bpmn(), warmth(it, asked.measure(), most)))
                .toList();
        Div canvases = new Div();
        canvases.addClassName("canvases");
        for (int i = 0; i < drawn.size(); i++) {
            HeatDiagram diagram = diagrams.get(i);
            // figures that have no room on a diagram shown small come as it grows
            Div canvas =
                    new Div(diagram, which(asked.measure(), drawn.get(i)), new ZoomBar(diagram::zoom, diagram::fit));
            canvas.addClassName("canvas");
            canvases.add(canvas);
        }
        Drawn first = drawn.getFirst();
        Aside pane = new Aside(legend(asked.measure(), first, most));
        pane.addClassName("pane");
        pane.add(table(
                first, asked.measure(), id -> diagrams.forEach(it -> it.reveal(id)), () -> show(asked, versions)));
        add(canvases, pane);
    }

    private Component table(Drawn drawn, Measure measure, Consumer<String> reveal, Runnable priced) {
        Optional<Costs> known = drawn.heat().costs();
        if (known.isEmpty()) {
            return new HeatTable(drawn.heat(), drawn.model(), measure, reveal);
        }
        CostTable table = new CostTable(known.get(), drawn.model(), reveal);
        if (setsPrices) {
            table.add(pricesButton(drawn, known.get(), priced));
        }
        return table;
    }

    private Component pricesButton(Drawn drawn, Costs shown, Runnable done) {
        return Pieces.button(
                getTranslation("processes.cost.prices"),
                "pencil",
                () -> new PricesDialog(
                                rates,
                                shown.currency(),
                                costs.rates(drawn.version().key(), drawn.bpmn()),
                                done)
                        .open());
    }

    private Warmth warmth(Drawn drawn, Measure measure, long most) {
        return Warmth.of(drawn.heat(), drawn.model(), measure, most, new Warmth.Words() {
            @Override
            public String share(long times, long all) {
                return getTranslation("processes.share", times, all);
            }

            @Override
            public String money(long micros) {
                return HeatView.this.money(drawn, micros);
            }
        });
    }

    private String money(Drawn drawn, long micros) {
        return Amounts.brief(
                Heat.amount(micros), drawn.heat().costs().orElseThrow().currency(), getLocale());
    }

    private void open(Asked next) {
        Location location = next.location();
        getUI().ifPresent(ui -> ui.navigate(location.getPath(), location.getQueryParameters()));
    }

    private Drawn drawn(Asked asked, List<ProcessVersion> versions, int wanted) {
        ProcessVersion version = versions.stream()
                .filter(it -> it.version() == wanted)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        getTranslation("processes.unknown.version", asked.processId(), String.valueOf(wanted))));
        return new Drawn(
                version,
                new Heat(
                        heatMaps.of(version.key()),
                        asked.measure() == Measure.COST ? Optional.of(costs.of(version.key())) : Optional.empty()),
                models.process(version.key(), asked.processId()),
                models.bpmn(version.key()).orElse(""));
    }

    private Span which(Measure measure, Drawn it) {
        String basis = !measure.sampled()
                ? getTranslation("processes.now")
                : it.heat().map().sampled() == 0
                        ? getTranslation("processes.sample.none")
                        : getTranslation("processes.sample", it.heat().map().sampled());
        return Pieces.text(
                getTranslation("processes.which", String.valueOf(it.version().version())) + " · " + basis,
                "which",
                "meta");
    }

    private Div legend(Measure measure, Drawn drawn, long most) {
        Div legend = new Div(Pieces.text(getTranslation("processes.legend.less"), "meta"));
        legend.addClassNames("sec", "legend");
        legend.setClassName("incident", measure == Measure.INCIDENTS);
        legend.setVisible(most > 0);
        for (int shade : SHADES) {
            legend.getElement().appendChild(new Element("i").setAttribute("style", "--w:" + shade + "%"));
        }
        legend.add(Pieces.text(
                getTranslation("processes.legend.more", measure.text(most, micros -> money(drawn, micros))),
                "meta",
                "num"));
        return legend;
    }

    private static Optional<Integer> number(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .filter(it -> it.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("processes.title"), "processes"), new Crumb(title, null));
    }

    @Override
    public String getPageTitle() {
        return title + " - Tillflow";
    }
}
