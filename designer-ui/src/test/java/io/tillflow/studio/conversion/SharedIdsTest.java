package io.tillflow.studio.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.Files;
import io.tillflow.studio.conversion.Conversion.Line;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedIdsTest {
    private static final String FILE = Files.read("/foreign/shared-ids.bpmn");

    private final Conversion done = SharedIds.apart(FILE).orElseThrow();
    private final Markup apart = Markup.parse(done.source());

    @Test
    void eachGetsItsOwnAndIsListed() {
        assertThat(SharedIds.in(Markup.parse(FILE)))
                .containsOnlyKeys("shared", "lanes", "flow", "data", "parcel", "picture");
        assertThat(SharedIds.in(apart)).isEmpty();
        assertThat(done.mapped())
                .extracting(Line::elementId)
                .containsExactlyInAnyOrder("shared_2", "lanes_2", "flow_2", "data_2", "parcel_2", "picture_2");
        assertThat(done.mapped()).extracting(Line::message).allMatch(it -> it.contains("is another's, too"));
        assertThat(SharedIds.apart(done.source())).isEmpty();
    }

    @Test
    void aProcessKeepsItsIdAsOthersCallIt() {
        assertThat(apart.element("shared").local()).isEqualTo("process");
        assertThat(apart.element("shared_2").local()).isEqualTo("globalTask");
        assertThat(apart.element("pool").attribute("processRef")).isEqualTo("shared");
    }

    @Test
    void whatLeadsToItFollowsAndNothingElse() {
        assertThat(texts("pack", "incoming", "outgoing")).containsExactly("flow", "flow_2");
        assertThat(texts("end", "incoming")).containsExactly("flow_2");
        assertThat(apart.element("second_di").attribute("bpmnElement")).isEqualTo("flow_2");
        assertThat(apart.element("first_di").attribute("bpmnElement")).isEqualTo("flow");
        assertThat(texts("parcel-set", "dataInputRefs")).containsExactly("parcel");
        assertThat(texts("other-set", "dataInputRefs")).containsExactly("parcel_2");
        assertThat(texts("brings", "targetRef")).containsExactly("parcel_2");
        Element carry = apart.element("carry");
        assertThat(carry.attribute("name")).isEqualTo("parcel");
        assertThat(texts("carry", "documentation")).containsExactly("parcel");
        assertThat(done.source()).contains("<own:note id=\"start\">");
    }

    @Test
    void whatSharesNothingIsLeftAlone() {
        assertThat(SharedIds.apart(Files.read("/foreign/vendor.bpmn"))).isEmpty();
        assertThat(SharedIds.apart(Files.read("/drawn/greet.bpmn"))).isEmpty();
    }

    private List<String> texts(String id, String... locals) {
        return apart.element(id)
                .elements()
                .filter(it -> List.of(locals).contains(it.local()))
                .map(Element::text)
                .toList();
    }
}
