package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.engine.history.Count;
import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.InstanceState;
import io.tillflow.engine.history.Instances.Order;
import io.tillflow.studio.instances.KeptFilters.Kept;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The filters operators start from, each with how much it holds. */
final class SavedFilters extends Nav {

    /** One of them. */
    enum Saved {
        OPEN,
        FAILING,
        WAITING,
        RUNNING,
        COMPLETED,
        CANCELLED,
        ALL;

        Parameters parameters() {
            return switch (this) {
                case OPEN -> Parameters.initial();
                case FAILING -> of(InstanceState.INCIDENT, Order.LATEST);
                case WAITING -> of(InstanceState.WAITING, Order.LATEST);
                case RUNNING -> of(InstanceState.RUNNING, Order.LATEST);
                case COMPLETED -> of(InstanceState.COMPLETED, Order.NEWEST);
                case CANCELLED -> of(InstanceState.CANCELLED, Order.NEWEST);
                case ALL -> new Parameters(InstanceFilter.ALL, Order.NEWEST);
            };
        }

        private static Parameters of(InstanceState state, Order order) {
            return new Parameters(InstanceFilter.ALL.withStates(Set.of(state)), order);
        }
    }

    private final Map<Saved, RouterLink> links = new EnumMap<>(Saved.class);
    private final Map<Saved, Span> counts = new EnumMap<>(Saved.class);
    private final Span own = new Span();

    SavedFilters() {
        addClassName("saved");
        setAriaLabel(getTranslation("instances.saved"));
        for (Saved saved : Saved.values()) {
            RouterLink link = new RouterLink();
            link.addClassName("chip");
            // without parameters the page shows what is open, so "everything" has to be said
            Map<String, java.util.List<String>> address = saved == Saved.ALL
                    ? Map.of("state", java.util.List.of(""))
                    : saved.parameters().address();
            link.setRoute(InstancesView.class);
            link.setQueryParameters(new QueryParameters(address));
            Span count = new Span();
            count.addClassName("n");
            link.add(
                    new Span(getTranslation("instances.saved." + saved.name().toLowerCase(java.util.Locale.ROOT))),
                    count);
            links.put(saved, link);
            counts.put(saved, count);
            add(link);
        }
        own.addClassName("own");
        add(own);
    }

    /** Marks what is shown now, with the person's own filters behind the given ones. */
    void at(Parameters parameters, KeptFilters kept) {
        links.forEach(
                (saved, link) -> link.setClassName("on", saved.parameters().equals(parameters)));
        own.removeAll();
        String now = new QueryParameters(parameters.address()).getQueryString();
        List<Kept> mine = kept.all();
        mine.forEach(it -> own.add(chip(it, it.address().equals(now), parameters, kept)));
        boolean known = links.keySet().stream().anyMatch(it -> it.parameters().equals(parameters))
                || mine.stream().anyMatch(it -> it.address().equals(now));
        if (!known) {
            own.add(Pieces.button(
                    getTranslation("instances.keep"),
                    "plus",
                    () -> new KeepDialog(name -> {
                                kept.keep(name, now);
                                at(parameters, kept);
                            })
                            .open(),
                    "chip-add",
                    "ghost",
                    "sm"));
        }
    }

    private Span chip(Kept it, boolean on, Parameters parameters, KeptFilters kept) {
        RouterLink link = new RouterLink();
        link.setRoute(InstancesView.class);
        link.setQueryParameters(QueryParameters.fromString(it.address()));
        link.setText(it.name());
        NativeButton forget = Pieces.button(
                "",
                "x",
                () -> {
                    kept.forget(it.name());
                    at(parameters, kept);
                },
                "chip-x");
        forget.setAriaLabel(getTranslation("instances.keep.forget", it.name()));
        Span chip = new Span(link, forget);
        chip.addClassName("chip");
        chip.setClassName("on", on);
        return chip;
    }

    void show(Map<Saved, Count> figures) {
        figures.forEach((saved, count) -> {
            Span span = counts.get(saved);
            if (span != null) {
                span.setText(figure(count, getLocale()));
            }
        });
    }

    static String figure(Count count, java.util.Locale locale) {
        return java.text.NumberFormat.getIntegerInstance(locale).format(count.value()) + (count.atLeast() ? "+" : "");
    }
}
