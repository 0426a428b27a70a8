package io.tillflow.launcher.bench.lighthouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableTest {
    private static final JsonNode REPORT = JsonMapper.shared().readTree("""
            {"categories": {"performance": {"score": 0.945}, "accessibility": {"score": 1}, "best-practices": {"score": 1}, "seo": {"score": 0.63}},
             "audits": {"largest-contentful-paint": {"numericValue": 1499.9}, "cumulative-layout-shift": {"numericValue": 0.028},
               "network-requests": {"details": {"items": [
                 {"resourceType": "Script", "transferSize": 10240}, {"resourceType": "Image", "transferSize": 99999}, {"resourceType": "Script", "transferSize": 10240}]}}}}
            """);

    @Test
    void readsEachFigureFromAReport() {
        assertThat(List.of(Figure.values()).stream().map(figure -> figure.read(REPORT)))
                .containsExactly(95.0, 100.0, 100.0, 63.0, 1499.9, 0.028, 20.0);
        assertThatThrownBy(() ->
                        Figure.SEO.read(JsonMapper.shared().readTree("{\"categories\": {\"seo\": {\"score\": null}}}")))
                .hasMessageContaining("seo");
    }

    @Test
    void theOneInTheMiddleCounts() {
        Page home = Page.plain("home", URI.create("http://localhost/"));
        assertThat(new Measured(home, Figure.LARGEST_PAINT, List.of(9000.0, 1400.0, 1300.0)).ok())
                .isTrue();
        assertThat(new Measured(home, Figure.LARGEST_PAINT, List.of(1400.0, 1800.0)).ok())
                .isFalse();
        assertThat(new Measured(home, Figure.LAYOUT_SHIFT, List.of(0.02)).ok())
                .as("at the bound is not below it")
                .isFalse();
        assertThat(new Measured(home, Figure.PERFORMANCE, List.of(95.0)).document())
                .containsEntry("ours", 95.0)
                .containsEntry("ok", true);
    }

    @Test
    void whatMissesItsGoalIsMarkedAndWhatIsLeftOutIsSaid() {
        Page cart = new Page(
                "cart", URI.create("http://localhost/cart"), Map.of(), Map.of("is-crawlable", "kept out on purpose"));
        List<Measured> measured = List.of(
                new Measured(cart, Figure.SEO, List.of(100.0)),
                new Measured(cart, Figure.LAYOUT_SHIFT, List.of(0.028)));
        assertThat(Table.of(List.of(cart), measured, 1))
                .contains("100 ", "0.028!", "The audit is-crawlable does not count for cart: kept out on purpose.");
    }
}
