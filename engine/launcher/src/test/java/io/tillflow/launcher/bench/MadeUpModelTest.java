package io.tillflow.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class MadeUpModelTest {
    private static final Set<String> KINDS =
            Set.of("startEvent", "endEvent", "serviceTask", "userTask", "exclusiveGateway", "intermediateCatchEvent");

    @Test
    void twoHundredElementsOfManyKindsEachHaveAPlaceOfTheirOwn() throws Exception {
        MadeUpModel model = MadeUpModel.of("Bench designer large", 33);
        Document drawn = parsed(model);
        List<Element> nodes = KINDS.stream()
                .flatMap(kind -> elements(drawn, "bpmn:" + kind).stream())
                .toList();
        List<Element> shapes = elements(drawn, "bpmndi:BPMNShape");
        assertThat(nodes).hasSize(200);
        assertThat(model.shapes()).isEqualTo(200);
        assertThat(values(nodes, "id")).hasSize(200).isEqualTo(values(shapes, "bpmnElement"));
        assertThat(nodes.stream().map(Element::getTagName).distinct()).hasSameSizeAs(KINDS);
        assertThat(shapes.stream()
                        .map(it ->
                                (Element) it.getElementsByTagName("dc:Bounds").item(0))
                        .map(it -> it.getAttribute("x") + " " + it.getAttribute("y")))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachFlowIsDrawnAndLeadsFromAnElementToAnother() throws Exception {
        MadeUpModel model = MadeUpModel.of("Bench designer large", 33);
        Document drawn = parsed(model);
        List<Element> flows = elements(drawn, "bpmn:sequenceFlow");
        Set<String> places = values(elements(drawn, "bpmndi:BPMNShape"), "bpmnElement");
        assertThat(flows).hasSize(model.edges());
        assertThat(values(flows, "id")).isEqualTo(values(elements(drawn, "bpmndi:BPMNEdge"), "bpmnElement"));
        assertThat(places).containsAll(values(flows, "sourceRef")).containsAll(values(flows, "targetRef"));
        assertThat(values(flows, "targetRef")).as("all but the beginning").hasSize(199);
    }

    @Test
    void aSmallOneHasAHandful() throws Exception {
        MadeUpModel model = MadeUpModel.of("Bench designer small", 1);
        assertThat(elements(parsed(model), "bpmndi:BPMNShape")).hasSize(8).hasSize(model.shapes());
        assertThat(model.id()).isEqualTo("bench-designer-small");
        assertThat(elements(parsed(model), "bpmn:process").getFirst().getAttribute("id"))
                .isEqualTo(model.id());
    }

    private static Document parsed(MadeUpModel model) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(model.source())));
    }

    private static List<Element> elements(Document drawn, String name) {
        var found = drawn.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(n -> (Element) found.item(n))
                .toList();
    }

    private static Set<String> values(List<Element> of, String attribute) {
        return of.stream().map(it -> it.getAttribute(attribute)).collect(Collectors.toSet());
    }
}
