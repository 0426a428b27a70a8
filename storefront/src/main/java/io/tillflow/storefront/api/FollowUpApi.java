package io.tillflow.storefront.api;

import io.tillflow.storefront.reminders.FollowUps;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the reader of a letter that their order does not need stops such letters, and whether they did. */
@RestController
@RequestMapping("/api/v1/service/orders/{id}/letter-stop")
class FollowUpApi {
    private final FollowUps followUps;

    FollowUpApi(FollowUps followUps) {
        this.followUps = followUps;
    }

    @GetMapping
    FollowUps.Stop stop(@PathVariable UUID id) {
        return followUps.of(id).orElseThrow(() -> ShopProblem.notFound("order"));
    }
}
