package io.tillflow.studio.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.models.price.Guardrails;
import io.tillflow.rules.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final String FILE = "price-guardrails.dmn";

    @Test
    void aCompetitorOrALawBoundsThePriceOfAnArticle() throws IOException {
        String table = shipped()
                .replaceFirst(
                        "(?s)(<outputEntry id=\"usual-lowest\">\\s*<text>)null",
                        "$1if offer.sku = \"BOOK-1\" then 4500 else null")
                .replaceFirst("(?s)(<outputEntry id=\"usual-highest\">\\s*<text>)null", "$14599");

        assertThat(guardrails(table, "BOOK-1")).isEqualTo(new Guardrails(0.2, 0.1, 90, 4500, 4599));
        assertThat(guardrails(table, "LAMP-1")).isEqualTo(new Guardrails(0.2, 0.1, 90, 1, 4599));
    }

    @Test
    void withoutThemThereAreNone() throws IOException {
        Guardrails free = new Guardrails(0.2, 0.1, 90, 1, Long.MAX_VALUE);

        assertThat(guardrails(shipped(), "BOOK-1")).isEqualTo(free);
        assertThat(guardrails(shipped().replaceAll("name=\"(lowest|highest)\"", "name=\"$1Before\""), "BOOK-1"))
                .isEqualTo(free);
    }

    @Test
    void boundsTheWrongWayRoundAreTheTablesFault() throws IOException {
        String table = shipped()
                .replaceFirst("(?s)(<outputEntry id=\"usual-lowest\">\\s*<text>)null", "$15000")
                .replaceFirst("(?s)(<outputEntry id=\"usual-highest\">\\s*<text>)null", "$14000");

        assertThatThrownBy(() -> guardrails(table, "BOOK-1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("price-guardrails")
                .hasMessageContaining("5000..4000");
    }

    private static Guardrails guardrails(String table, String sku) {
        PriceAnswers.Answer offer = new PriceAnswers.Answer(sku, "A book", "", 4500, null, false, 8, -1.5, 0.2);
        return new Bounds(Decisions.of(FILE, table.getBytes(StandardCharsets.UTF_8)), 1)
                .of(offer)
                .orElseThrow()
                .guardrails();
    }

    private static String shipped() throws IOException {
        try (InputStream file = Objects.requireNonNull(Bounds.class.getResourceAsStream("/models/prices/" + FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
