package io.tillflow.studio.shop;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How articles are kept in supply, for programs. */
@RestController
@RequestMapping("/api/v1/shop/supply/{sku}")
@RolesAllowed(Role.Is.MERCHANT)
class RestockingApi {
    private final RestockingDesk desk;

    RestockingApi(RestockingDesk desk) {
        this.desk = desk;
    }

    /** What is null stays as it is. */
    record Wanted(
            @Nullable Integer lowAt,
            @Nullable Integer upTo,
            @Nullable Integer pack,
            @Nullable String supplier) {}

    @GetMapping
    Restocking restocking(@PathVariable String sku) {
        return desk.restocking(sku);
    }

    /** Nothing comes of a purchase. */
    @PostMapping("/purchases/{request}/given-up")
    Restocking giveUp(@PathVariable String sku, @PathVariable String request) {
        desk.giveUp(sku, request);
        return desk.restocking(sku);
    }

    @PutMapping
    Restocking change(@PathVariable String sku, @RequestBody Wanted wanted) {
        Restocking.Rule now = desk.restocking(sku).rule();
        desk.change(new Restocking.Rule(
                sku,
                Objects.requireNonNullElse(wanted.lowAt(), now.lowAt()),
                Objects.requireNonNullElse(wanted.upTo(), now.upTo()),
                Objects.requireNonNullElse(wanted.pack(), now.pack()),
                Objects.requireNonNullElse(wanted.supplier(), now.supplier()).strip()));
        return desk.restocking(sku);
    }
}
