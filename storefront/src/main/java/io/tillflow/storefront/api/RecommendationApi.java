package io.tillflow.storefront.api;

import io.tillflow.storefront.recommendations.Advice;
import io.tillflow.storefront.recommendations.Advice.Origin;
import io.tillflow.storefront.recommendations.Recommendations;
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

    private final Recommendations recommendations;

    RecommendationApi(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /**
     * @param orders in how many orders it was counted beside one of those asked for
     * @param by "counts", or the model with its version, as "recommendation 3"
     */
    record Recommendation(String slug, String name, int orders, String by) {}

    @GetMapping
    List<Recommendation> together(@RequestParam List<String> product) {
        Advice advice = recommendations.with(product, MOST);
        String by = switch (advice.origin()) {
            case Origin.Counted ignored -> "counts";
            case Origin.Learned learned -> "recommendation " + learned.version();
        };
        return advice.matches().stream()
                .map(m -> new Recommendation(m.product().slug(), m.product().name(), m.orders(), by))
                .toList();
    }
}
