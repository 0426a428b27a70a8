package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The picture in the README shows the model as it is. */
class PictureTest {
    private static final Pattern SHAPE =
            Pattern.compile("djs-shape\" data-element-id=\"([^\"]+)\" transform=\"matrix\\(1 0 0 1 (\\d+) (\\d+)\\)\"");

    @Test
    void everyShapeIsWhereTheModelHasIt() throws IOException {
        Map<String, String> drawn = SHAPE.matcher(Files.readString(Path.of("order-fulfilment.svg")))
                .results()
                .filter(shape -> !shape.group(1).endsWith("_label"))
                .collect(Collectors.toMap(shape -> shape.group(1), shape -> shape.group(2) + "," + shape.group(3)));
        Map<String, String> modelled = Model.read("orders/order-fulfilment.bpmn")
                .elements("BPMNShape")
                .collect(Collectors.toMap(shape -> shape.getAttribute("bpmnElement"), PictureTest::place));
        assertThat(drawn).isEqualTo(modelled);
    }

    private static String place(Element shape) {
        Element bounds = Model.below(shape, "Bounds").findFirst().orElseThrow();
        return bounds.getAttribute("x") + "," + bounds.getAttribute("y");
    }
}
