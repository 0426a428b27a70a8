package io.tillflow.studio.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.vaadin.flow.component.Component;
import io.tillflow.processes.ElementTemplates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the drawing surface is given before a model is opened.
 *
 * @param known the data that messages, connectors and forms bring, as JSON
 * @param templates element templates, as a JSON array
 * @param samples what expressions or a form can be tried with
 */
record EditorSetup(
        Map<String, String> texts,
        List<Block> blocks,
        @JsonRawValue String known,
        @JsonRawValue String templates,
        List<Trials.Choice> samples) {
    private static final String NOTHING = "{\"messages\":{},\"jobs\":{},\"forms\":{},\"decisions\":{},\"errors\":[]}";
    private static final String TEMPLATES = ElementTemplates.names().stream()
            .map(name -> new String(ElementTemplates.read(name), StandardCharsets.UTF_8))
            .collect(Collectors.joining(",", "[", "]"));

    /** To draw a process with everything that helps. */
    static EditorSetup process(UnaryOperator<String> translate, String known, List<Trials.Choice> samples) {
        return new EditorSetup(texts(translate), new Blocks(translate).all(), known, TEMPLATES, samples);
    }

    /** To draw something else, or only to look at it. */
    static EditorSetup plain(Component page, List<Trials.Choice> samples) {
        return new EditorSetup(texts(page::getTranslation), List.of(), NOTHING, "[]", samples);
    }

    private static Map<String, String> texts(UnaryOperator<String> translate) {
        return Stream.of(
                        "blocks search none properties problems error errors hint hints checked file rule diagram outline on zoomIn zoomOut fit ownKey",
                        "find minimap grid comments leadsTo flowOf unnamed commands after inside attach connect rename configure remove",
                        "attachTimer attachError attachMessage saidAfter saidInside saidNoAfter saidAttached saidConnected saidRenamed",
                        "saidFields saidRemoved saidSelected saidUndone saidRedone saidNothing",
                        "simulate simulateNot simulateHint simulateGo simulateWay simulateHold simulateRelease simulatePause simulateOn simulateAgain",
                        "simulateSpeed simulateAt simulateEnded trial trialWith trialExpression trialHint trialWaits",
                        "mendEquals mendDefault mendInterrupt mendLoop mendExecutable mendName mendEnd mendBegin mendJoin mendPart mendRemove",
                        "mendUnname mendPlain mendLoose mendListeners mendLatest started ended formEdit formTry formAnswers formData formDataOf formNoData formDataWaits formNoObject",
                        "kindOf kindOfEvent kind.task kind.userTask kind.serviceTask kind.businessRuleTask kind.scriptTask kind.sendTask kind.receiveTask kind.manualTask",
                        "kind.callActivity kind.subProcess kind.transaction kind.adHocSubProcess kind.startEvent kind.endEvent kind.intermediateCatchEvent kind.intermediateThrowEvent kind.boundaryEvent",
                        "kind.exclusiveGateway kind.parallelGateway kind.inclusiveGateway kind.eventBasedGateway kind.complexGateway kind.participant kind.lane kind.process",
                        "kind.collaboration kind.textAnnotation kind.group kind.dataObjectReference kind.dataStoreReference event.timer event.message event.error event.signal event.escalation event.compensate event.conditional event.link event.terminate event.cancel")
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .collect(Collectors.toMap(key -> key, key -> translate.apply("editor." + key)));
    }
}
