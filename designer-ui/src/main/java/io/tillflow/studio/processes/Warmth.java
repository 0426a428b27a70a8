package io.tillflow.studio.processes;

import io.tillflow.engine.history.HeatMaps.FlowHeat;
import io.tillflow.engine.history.HeatMaps.HeatMap;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModel.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the diagram shows of a heat map; the names are those the web component reads. */
record Warmth(String tone, List<Element> elements, List<Share> flows) {

    private static final int LEVELS = 5;

    /** An element with how warm it is, from 0 to 5. */
    record Element(String id, int level, String text, String title) {}

    /** A branch with its share. */
    record Share(String id, String text, String title) {}

    /** How things are put into words. */
    interface Words {
        /** So many of so many. */
        String share(long times, long all);

        /** An amount of millionths of the currency's main unit. */
        String money(long micros);
    }

    static Warmth of(Heat heat, ProcessModel model, Measure measure, long most, Words words) {
        List<Element> elements = heat.steps().stream()
                .filter(it -> measure.of(it) > 0)
                .map(it -> new Element(
                        it.elementId(),
                        level(measure.of(it), most),
                        measure.text(measure.of(it), words::money),
                        model.label(it.elementId())))
                .toList();
        return new Warmth(
                measure == Measure.INCIDENTS ? "incident" : "accent",
                elements,
                measure == Measure.FREQUENCY ? shares(heat.map(), model, words) : List.of());
    }

    /** The level of a value: by order of magnitude, so that one slow step does not make all others look alike. */
    static int level(long value, long most) {
        if (value <= 0 || most <= 0) {
            return 0;
        }
        return Math.clamp(Math.round(LEVELS * Math.log1p((double) value) / Math.log1p((double) most)), 1, LEVELS);
    }

    private static List<Share> shares(HeatMap heat, ProcessModel model, Words words) {
        Map<String, Long> taken = new HashMap<>();
        for (FlowHeat flow : heat.flows()) {
            taken.put(flow.flowId(), flow.times());
        }
        Map<String, List<Flow>> branches = model.flows().stream()
                .filter(it -> decides(model, it.source()))
                .collect(Collectors.groupingBy(Flow::source));
        List<Share> shares = new ArrayList<>();
        branches.forEach((gateway, flows) -> {
            long all = flows.stream()
                    .mapToLong(it -> taken.getOrDefault(it.id(), 0L))
                    .sum();
            if (flows.size() > 1 && all > 0) {
                flows.forEach(it -> shares.add(share(it.id(), taken.getOrDefault(it.id(), 0L), all, words)));
            }
        });
        return shares;
    }

    private static Share share(String id, long times, long all, Words words) {
        return new Share(id, Math.round(100.0 * times / all) + " %", words.share(times, all));
    }

    /** Branches of a parallel gateway are all taken: a share would say nothing. */
    private static boolean decides(ProcessModel model, String elementId) {
        ProcessModel.Element element = model.elements().get(elementId);
        return element != null
                && element.type().endsWith("Gateway")
                && !element.type().equals("parallelGateway");
    }
}
