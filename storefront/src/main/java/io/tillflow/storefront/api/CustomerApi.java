package io.tillflow.storefront.api;

import io.tillflow.storefront.customers.CustomerBook;
import io.tillflow.storefront.customers.CustomerEvent;
import io.tillflow.storefront.customers.KnownCustomer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin/customers")
class CustomerApi {
    private static final int LATEST = 200;

    private final CustomerBook customers;

    CustomerApi(CustomerBook customers) {
        this.customers = customers;
    }

    /** A customer with what happened, the newest first. */
    record Known(KnownCustomer customer, List<CustomerEvent> timeline) {}

    @GetMapping
    Page<KnownCustomer> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        return Page.cut(
                customers.page(q, Page.decode(after, ""), most + 1), most, KnownCustomer::email, customer -> customer);
    }

    @GetMapping("/{id}")
    Known customer(@PathVariable UUID id) {
        KnownCustomer customer = customers.find(id).orElseThrow(() -> ShopProblem.notFound("customer"));
        return new Known(customer, customers.timeline(customer, LATEST));
    }
}
