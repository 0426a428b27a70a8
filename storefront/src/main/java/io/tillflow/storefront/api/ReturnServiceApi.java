package io.tillflow.storefront.api;

import io.tillflow.storefront.returns.Exchanges;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.ReturnProgress;
import io.tillflow.storefront.returns.ReturnProgress.Told;
import io.tillflow.storefront.returns.ReturnState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the automation does with a return; every call may be repeated. */
@RestController
@RequestMapping("/api/v1/service/returns/{id}")
class ReturnServiceApi {
    private final ReturnProgress progress;
    private final Exchanges exchanges;

    ReturnServiceApi(ReturnProgress progress, Exchanges exchanges) {
        this.progress = progress;
        this.exchanges = exchanges;
    }

    record State(
            @Nullable ReturnState state,
            @Nullable String reason,
            @Nullable String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable String labelUrl,
            @Nullable Long refunded) {}

    record Restocked(boolean restocked) {}

    record Locked(boolean locked) {}

    @PutMapping("/state")
    OrderReturn tell(@PathVariable UUID id, @RequestBody State state) {
        if (state.state() == null) {
            throw ShopProblem.needed("state");
        }
        Told told = new Told(
                state.state(),
                state.reason(),
                state.trackingNumber(),
                WebLink.orNull(state.trackingUrl()),
                WebLink.orNull(state.labelUrl()),
                state.refunded());
        return progress.tell(id, told).orElseThrow(() -> ShopProblem.notFound("return"));
    }

    /** At the first location unless it says another. */
    @PostMapping("/restock")
    Restocked restock(@PathVariable UUID id, @RequestParam @Nullable String location) {
        if (!progress.restock(id, location)) {
            throw ShopProblem.notFound("return");
        }
        return new Restocked(true);
    }

    /** What is wanted instead is about to leave; 409 when its money goes back after all. */
    @PostMapping("/exchange-lock")
    Locked lock(@PathVariable UUID id) {
        if (exchanges.lock(id).orElseThrow(() -> ShopProblem.notFound("return"))) {
            return new Locked(true);
        }
        throw new ShopProblem(HttpStatus.CONFLICT, "exchange-off", "Its money goes back instead.");
    }
}
