package io.tillflow.storefront.api;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AddressBook;
import io.tillflow.storefront.accounts.SavedAddress;
import io.tillflow.storefront.checkout.DetailsCheck;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.checkout.FieldProblem;
import io.tillflow.storefront.terms.Details;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the parcels of whoever calls may go; another's address is as good as none. */
@RestController
@RequestMapping("/api/v1/account/addresses")
@SecurityRequirement(name = ApiDescription.ACCOUNT)
class MyAddressApi {
    private final Shopper shopper;
    private final AddressBook book;

    MyAddressApi(Shopper shopper, AddressBook book) {
        this.shopper = shopper;
        this.book = book;
    }

    /** @param phone for the driver */
    record Typed(
            DetailsForm.@Nullable AddressForm address,
            @Nullable String phone) {}

    /** The favourite first. */
    @GetMapping
    List<SavedAddress> addresses(HttpServletRequest request) {
        return book.of(shopper.of(request).id());
    }

    /** The same twice is one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<SavedAddress> add(HttpServletRequest request, @RequestBody Typed typed) {
        Account account = shopper.of(request);
        Details checked = checked(account, typed);
        if (book.of(account.id()).size() >= AddressBook.MOST) {
            throw new ShopProblem(
                    HttpStatus.CONFLICT, "full", "There are " + AddressBook.MOST + " addresses. Remove one first.");
        }
        book.add(account.id(), checked.shipping(), checked.phone());
        return book.of(account.id());
    }

    @PutMapping("/{id}")
    List<SavedAddress> change(HttpServletRequest request, @PathVariable UUID id, @RequestBody Typed typed) {
        Account account = known(request, id);
        Details checked = checked(account, typed);
        book.change(account.id(), id, checked.shipping(), checked.phone());
        return book.of(account.id());
    }

    /** A checkout begins with it. */
    @PutMapping("/{id}/favourite")
    List<SavedAddress> favour(HttpServletRequest request, @PathVariable UUID id) {
        Account account = known(request, id);
        book.favour(account.id(), id);
        return book.of(account.id());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(HttpServletRequest request, @PathVariable UUID id) {
        book.remove(known(request, id).id(), id);
    }

    private Account known(HttpServletRequest request, UUID id) {
        Account account = shopper.of(request);
        if (book.find(account.id(), id).isEmpty()) {
            throw ShopProblem.notFound("address");
        }
        return account;
    }

    private static Details checked(Account account, Typed typed) {
        DetailsForm.Contact contact = new DetailsForm.Contact(account.email(), typed.phone());
        DetailsCheck.Result result = DetailsCheck.check(new DetailsForm(contact, typed.address(), null, null));
        return result.details()
                .orElseThrow(() -> new ShopProblem(
                                HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need another look.")
                        .with(
                                "errors",
                                result.problems().stream()
                                        .map(MyAddressApi::error)
                                        .toList()));
    }

    private static FieldError error(FieldProblem problem) {
        String field = problem.field().replaceFirst("^shipping", "address").replaceFirst("^contact\\.", "");
        return new FieldError(field, problem.message());
    }
}
