package io.tillflow.studio.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.Files;
import io.tillflow.studio.bundle.EditorBundle;
import io.tillflow.studio.conversion.SharedIds;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Losses;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.json.JsonMapper;

class FidelityTest {
    private static final EditorBundle BUNDLE = new EditorBundle();

    private final Fidelity fidelity = new Fidelity(BUNDLE, new JsonMapper());

    @AfterAll
    static void close() {
        BUNDLE.close();
    }

    @Test
    void losesNothingOfAVendorsFileThatTheLibraryWouldLose() throws Exception {
        String vendor = Files.read("/foreign/vendor.bpmn");
        Fidelity.Roundtrip done = fidelity.roundtrip(ModelFile.Kind.BPMN, vendor);
        assertThat(done.library().lost()).as("what the library alone loses").isNotEmpty();
        assertThat(done.losses().isEmpty()).as("%s", done.losses()).isTrue();
        assertThat(done.shapesAfter()).isEqualTo(done.shapesBefore()).isEqualTo(6);
        assertThat(facts(done.source())).containsExactlyElementsOf(facts(vendor));
        assertThat(done.source())
                .contains("exported by a made-up vendor", "said by a person", "<b>well</b>", "  kept   as  written ");
    }

    @Test
    void whatIsOpenedIsReadByTheLibraryOnlyWhenItIsSaved() throws Exception {
        String vendor = Files.read("/foreign/vendor.bpmn");
        EditorBundle none = new EditorBundle();
        none.close();
        assertThat(new Fidelity(none, new JsonMapper())
                        .open(ModelFile.Kind.BPMN, vendor)
                        .source())
                .isEqualTo(vendor);
        Fidelity.Opened opened = fidelity.open(ModelFile.Kind.BPMN, vendor);
        opened.touched();
        assertThat(facts(opened.kept(asTheLibraryWrites(vendor)))).containsExactlyElementsOf(facts(vendor));
    }

    @Test
    void whatOnceCouldNotBeReadIsReadAgainBeforeAnythingIsLost() throws Exception {
        String vendor = Files.read("/foreign/vendor.bpmn");
        AtomicInteger asked = new AtomicInteger();
        EditorBundle stumbling = new EditorBundle() {
            @Override
            public Future<String> begin(String function, String... texts) {
                return asked.getAndIncrement() == 0
                        ? CompletableFuture.failedFuture(new IllegalStateException("out of memory"))
                        : BUNDLE.begin(function, texts);
            }
        };
        Fidelity.Opened opened = new Fidelity(stumbling, new JsonMapper()).open(ModelFile.Kind.BPMN, vendor);
        assertThat(facts(opened.kept(asTheLibraryWrites(vendor)))).containsExactlyElementsOf(facts(vendor));
        assertThat(asked).hasValue(2);
        stumbling.close();
    }

    @Test
    void writingTwiceWritesTheSame() {
        String once = fidelity.roundtrip(ModelFile.Kind.BPMN, Files.read("/foreign/vendor.bpmn"))
                .source();
        assertThat(fidelity.roundtrip(ModelFile.Kind.BPMN, once).source()).isEqualTo(once);
    }

    @Test
    void keepsANewerDmnInItsOwnNamespace() throws Exception {
        String newer = Files.read("/foreign/newer.dmn");
        Fidelity.Roundtrip done = fidelity.roundtrip(ModelFile.Kind.DMN, newer);
        assertThat(done.losses().isEmpty()).as("%s", done.losses()).isTrue();
        assertThat(facts(done.source())).containsExactlyElementsOf(facts(newer));
    }

    @Test
    void doesToTheOriginalWhatTheEditorDid() {
        String vendor = Files.read("/foreign/vendor.bpmn");
        String edited = asTheLibraryWrites(vendor)
                .replace("name=\"Pack\"", "name=\"Pack it\"")
                .replaceFirst(
                        "<sequenceFlow id=\"f3\"[^>]*/>",
                        "<task id=\"new\" name=\"New\" /><sequenceFlow id=\"f3\" sourceRef=\"which\" targetRef=\"new\" />")
                .replaceFirst("(?s)<textAnnotation id=\"note\".*?</textAnnotation>", "")
                .replaceFirst("(?s)<association id=\"a1\"[^>]*/>", "");
        String kept = fidelity.open(ModelFile.Kind.BPMN, vendor).kept(edited);
        Losses losses = Losses.between(Markup.parse(vendor), Markup.parse(kept));
        assertThat(losses.lost()).extracting(Losses.Item::elementId).containsOnly("note", "a1");
        assertThat(losses.added()).extracting(Losses.Item::elementId).containsOnly("new");
        assertThat(losses.changed()).extracting(Losses.Item::to).containsExactlyInAnyOrder("Pack it", "new");
        assertThat(kept).contains("<v:cost unit=\"EUR\">12.50</v:cost>", "v:limit=\"9\"", "expressionLanguage=");
    }

    @Test
    void losesNothingOfElementsThatSharedAnIdOnceEachHasItsOwn() {
        String shared = Files.read("/foreign/shared-ids.bpmn");
        assertThat(fidelity.roundtrip(ModelFile.Kind.BPMN, shared).warnings())
                .anyMatch(it -> it.contains("duplicate ID"));
        Fidelity.Roundtrip done = fidelity.roundtrip(
                ModelFile.Kind.BPMN, SharedIds.apart(shared).orElseThrow().source());
        assertThat(done.warnings()).isEmpty();
        assertThat(done.losses().isEmpty()).as("%s", done.losses()).isTrue();
        assertThat(done.shapesAfter()).isEqualTo(done.shapesBefore());
    }

    @Test
    void fillsTheDiagramOfAFileThatShowsNothing() {
        String undrawn = Files.read("/drawn/mendable.bpmn").replace("</bpmn:definitions>", """
                          <bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="sheet" name="Sheet 1">
                            <bpmndi:BPMNPlane id="plane" bpmnElement="mendable" />
                          </bpmndi:BPMNDiagram>
                        </bpmn:definitions>""");
        Fidelity.Roundtrip done = fidelity.roundtrip(ModelFile.Kind.BPMN, undrawn);
        assertThat(done.losses().lost()).isEmpty();
        assertThat(done.losses().changed()).isEmpty();
        assertThat(done.shapesAfter()).isEqualTo(11);
        Markup written = Markup.parse(done.source());
        assertThat(written.root().elements("BPMNDiagram")).hasSize(1);
        assertThat(written.element("sheet").attribute("name")).isEqualTo("Sheet 1");
    }

    @Test
    void drawsEverythingOfAFileWithoutAPicture() throws Exception {
        String undrawn = Files.read("/foreign/undrawn.bpmn");
        Fidelity.Roundtrip done = fidelity.roundtrip(ModelFile.Kind.BPMN, undrawn);
        assertThat(done.losses().lost()).isEmpty();
        assertThat(done.losses().changed()).isEmpty();
        Set<String> drawn = Markup.parse(done.source())
                .root()
                .all()
                .map(element -> element.attribute("bpmnElement"))
                .collect(Collectors.toCollection(TreeSet::new));
        String all =
                "both shop buyer desk store begin check late good refused prepare i1 i2 i3 slip-ref on-fire fire out ship"
                        + " done ledger note group m1 m2 f1 f2 f3 f4 f5 f6 f8 f9 g1 g2 h1 a1 do1";
        assertThat(drawn).contains(all.split(" "));
        assertThat(overlapping(done.source())).as("shapes over each other").isEmpty();
    }

    private String asTheLibraryWrites(String source) {
        return new JsonMapper()
                .readTree(BUNDLE.call("openBpmn", source))
                .path("xml")
                .asString();
    }

    /** Steps that cover each other although neither is in, or on the edge of, the other. */
    private static List<String> overlapping(String xml) {
        Markup markup = Markup.parse(xml);
        List<Node.Element> shapes = markup.root()
                .all()
                .filter(it -> it.local().equals("BPMNShape"))
                .filter(it -> Set.of("begin", "check", "good", "refused", "prepare", "ship", "done")
                        .contains(it.attribute("bpmnElement")))
                .map(it -> it.first("Bounds").orElseThrow())
                .toList();
        return IntStream.range(0, shapes.size())
                .boxed()
                .flatMap(i -> shapes.subList(i + 1, shapes.size()).stream()
                        .filter(other -> overlap(shapes.get(i), other, "x", "width")
                                && overlap(shapes.get(i), other, "y", "height"))
                        .map(other -> shapes.get(i).attributes() + " and " + other.attributes()))
                .toList();
    }

    private static boolean overlap(Node.Element a, Node.Element b, String from, String size) {
        double start = Double.parseDouble(a.attribute(from));
        double other = Double.parseDouble(b.attribute(from));
        return start < other + Double.parseDouble(b.attribute(size))
                && other < start + Double.parseDouble(a.attribute(size));
    }

    /** Every element, attribute and text as another parser sees them, sorted. */
    private static List<String> facts(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        NodeList all = document.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .map(FidelityTest::fact)
                .sorted()
                .toList();
    }

    private static String fact(Element element) {
        String attributes = IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i))
                .map(it -> it.getNamespaceURI() + " " + it.getLocalName() + "=" + it.getNodeValue())
                .sorted()
                .collect(Collectors.joining(", "));
        boolean leaf = element.getElementsByTagNameNS("*", "*").getLength() == 0;
        return element.getNamespaceURI() + " " + element.getLocalName() + " {" + attributes + "} "
                + (leaf ? element.getTextContent() : element.getTextContent().replaceAll("\\s+", ""));
    }
}
