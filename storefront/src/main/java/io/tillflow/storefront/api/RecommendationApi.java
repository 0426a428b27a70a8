package io.tillflow.storefront.api;

import io.tillflow.storefront.recommendations.BoughtTogether;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What others bought with these. */
@RestController
@RequestMapping("/api/v1/recommendations")
class RecommendationApi {
    private static final int MOST = 10;

    private final BoughtTogether together;

    RecommendationApi(BoughtTogether together) {
        this.together = together;
    }

    /** @param orders in how many orders it was beside one of those asked for */
    record Recommendation(String slug, String name, int orders) {}

    @GetMapping
    List<Recommendation> together(@RequestParam List<String> product) {
        return together.with(product, MOST).stream()
                .map(m -> new Recommendation(m.product().slug(), m.product().name(), m.orders()))
                .toList();
    }
}
