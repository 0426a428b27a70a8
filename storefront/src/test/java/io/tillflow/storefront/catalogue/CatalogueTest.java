package io.tillflow.storefront.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {
    private final CatalogueSeed.Seed seed = read();

    @Test
    void isWorthAVisit() {
        assertThat(seed.categories()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(seed.products()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(seed.products())
                .allMatch(p -> p.variants().size() >= 1 && p.about().length() > 40);
        assertThat(seed.categories())
                .allMatch(c -> seed.products().stream()
                                .filter(p -> p.category().equals(c.id()))
                                .count()
                        >= 12);
    }

    @Test
    void namesAndNumbersAreUnique() {
        assertThat(seed.products().stream().map(CatalogueSeed.SeedProduct::name).toList())
                .doesNotHaveDuplicates();
        List<String> skus = seed.products().stream()
                .flatMap(p -> p.variants().stream().map(CatalogueSeed.SeedVariant::sku))
                .toList();
        assertThat(skus).doesNotHaveDuplicates();
    }

    @Test
    void everyPictureIsDrawn() {
        assertThat(seed.products().stream().flatMap(p -> p.variants().stream()).flatMap(v -> v.pictures().stream()))
                .allMatch(name -> new ClassPathResource("pictures/" + name + ".svg.gz").exists());
        assertThat(seed.categories())
                .allMatch(c -> new ClassPathResource("pictures/" + c.picture() + ".svg.gz").exists());
    }

    private static CatalogueSeed.Seed read() {
        try (InputStream in = new ClassPathResource("catalogue.json").getInputStream()) {
            return JsonMapper.builder().build().readValue(in, CatalogueSeed.Seed.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
