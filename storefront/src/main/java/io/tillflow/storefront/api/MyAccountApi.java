package io.tillflow.storefront.api;

import static io.tillflow.storefront.language.Texts.say;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountChanges;
import io.tillflow.storefront.accounts.AccountExport;
import io.tillflow.storefront.accounts.Accounts;
import io.tillflow.storefront.accounts.Accounts.Consent;
import io.tillflow.storefront.accounts.EraseAccount;
import io.tillflow.storefront.events.EventLog;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.personal.Tastes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The account of whoever calls: what it says, what they agreed to, what they ordered, all of it as a file, the end of it. */
@RestController
@RequestMapping("/api/v1/account")
@SecurityRequirement(name = ApiDescription.ACCOUNT)
class MyAccountApi {
    private static final int LONGEST_NAME = 80;
    private static final int ORDERS = 100;

    private final Shopper shopper;
    private final Owner owner;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final AccountExport export;
    private final EraseAccount erase;
    private final Orders orders;
    private final EventLog events;
    private final Tastes tastes;

    MyAccountApi(
            Shopper shopper,
            Owner owner,
            Accounts accounts,
            AccountChanges changes,
            AccountExport export,
            EraseAccount erase,
            Orders orders,
            EventLog events,
            Tastes tastes) {
        this.shopper = shopper;
        this.owner = owner;
        this.accounts = accounts;
        this.changes = changes;
        this.export = export;
        this.erase = erase;
        this.orders = orders;
        this.events = events;
        this.tastes = tastes;
    }

    record Name(@Nullable String name) {}

    /** What is left out stays as it is. */
    record Consents(
            @Nullable Boolean personalisation, @Nullable Boolean marketing) {}

    /** @param token opens the order at /orders/{id} */
    record Ordered(
            UUID id, String number, OrderState state, Instant placedAt, String currency, long total, String token) {
        static Ordered of(Order it) {
            return new Ordered(
                    it.id(),
                    it.number(),
                    it.state(),
                    it.placedAt(),
                    it.currency(),
                    it.totals().total(),
                    it.token());
        }
    }

    @GetMapping
    Account account(HttpServletRequest request) {
        return shopper.of(request);
    }

    @PutMapping
    Account rename(HttpServletRequest request, @RequestBody Name typed) {
        changes.rename(shopper.of(request), name(typed.name()));
        return shopper.of(request);
    }

    /** Who takes the first one back is forgotten. */
    @PutMapping("/consents")
    Account consent(HttpServletRequest request, @RequestBody Consents said) {
        UUID id = shopper.of(request).id();
        if (said.personalisation() != null) {
            accounts.consent(id, Consent.PERSONALISATION, said.personalisation());
            if (!said.personalisation()) {
                events.forget(id);
                tastes.forget(id);
            }
        }
        if (said.marketing() != null) {
            accounts.consent(id, Consent.MARKETING, said.marketing());
        }
        return shopper.of(request);
    }

    /** With those that were placed as a guest with its address; the newest first. */
    @GetMapping("/orders")
    List<Ordered> orders(HttpServletRequest request) {
        Account account = shopper.of(request);
        return orders.ofAccount(account.id(), account.email(), ORDERS).stream()
                .map(Ordered::of)
                .toList();
    }

    /** All that is known about whoever asks. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(export.of(shopper.of(request)));
    }

    /** Takes the password again; orders stay for the books without a name. */
    @PostMapping("/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(HttpServletRequest request, @RequestBody AccountSafetyApi.Proof proof) {
        Account account = shopper.of(request);
        owner.prove(account, proof.password());
        erase.erase(account);
    }

    static String name(@Nullable String typed) {
        String name = typed == null ? "" : typed.strip();
        if (name.length() > LONGEST_NAME) {
            throw ShopProblem.invalid("name", say("words.atMostCharacters", LONGEST_NAME));
        }
        return name;
    }
}
