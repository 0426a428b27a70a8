package io.tillflow.studio.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps of our own shop in a process that orders of a connected one begin. */
class OwnShopOnlyTest {
    @Test
    void warnsOfAStepThatOrdersOfAConnectedShopCannotTake() throws IOException {
        String locks = new String(GuardTest.greet(), StandardCharsets.UTF_8)
                .replace("messaging.send-email", "commerce.lock-for-shipping");
        assertThat(check(locks)).isEmpty();
        assertThat(check(locks.replace("customer-came\"", "shopify-order-created\"")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.elementId()).isEqualTo("say-hello");
                    assertThat(finding.isError()).isFalse();
                    assertThat(finding.message())
                            .contains("cannot keep shoppers from cancelling its orders", "leave the step out");
                });
    }

    private static List<Finding> check(String xml) {
        ModelFile file = new ModelFile("greet.bpmn", xml.getBytes(StandardCharsets.UTF_8));
        return new OwnRules(new CorpusTest.EverythingIsThere())
                .check(file.name(), xml, Batch.of(List.of(file))).stream()
                        .filter(finding -> finding.rule().equals("own-shop-only"))
                        .toList();
    }
}
