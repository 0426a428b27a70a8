package io.tillflow.storefront.web;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AddressBook;
import io.tillflow.storefront.accounts.SavedAddress;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.Details;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Spares somebody who is signed in what the shop knows already. */
@Component
class KnownShopper {
    private final Visitor visitor;
    private final AddressBook addresses;

    KnownShopper(Visitor visitor, AddressBook addresses) {
        this.visitor = visitor;
        this.addresses = addresses;
    }

    List<SavedAddress> addresses(HttpServletRequest request) {
        return visitor.account(request).map(a -> addresses.of(a.id())).orElse(List.of());
    }

    /** What a checkout's form begins with; a chosen address replaces the one that was there. */
    DetailsForm form(HttpServletRequest request, Checkout checkout, @Nullable UUID chosen) {
        Optional<Account> account = visitor.account(request);
        Details known = checkout.details();
        if (account.isEmpty()) {
            return known == null ? CheckoutFields.EMPTY : DetailsForm.of(known);
        }
        List<SavedAddress> saved = addresses.of(account.get().id());
        Optional<SavedAddress> wanted =
                saved.stream().filter(s -> s.id().equals(chosen)).findFirst();
        if (known != null && wanted.isEmpty()) {
            return DetailsForm.of(known);
        }
        String email = known == null ? account.get().email() : known.email();
        Delivery delivery = known == null ? Delivery.STANDARD : known.delivery();
        return wanted.or(() -> saved.stream().findFirst())
                .map(s -> DetailsForm.of(new Details(email, s.phone(), s.address(), s.address(), delivery)))
                .orElse(new DetailsForm(
                        new DetailsForm.Contact(email, null),
                        new DetailsForm.AddressForm(account.get().name(), null, null, null, null, null),
                        null,
                        null));
    }

    /** Keeps where this parcel goes, for whoever asked for that. */
    void keep(HttpServletRequest request, Checkout checkout) {
        Details details = checkout.details();
        if (details != null) {
            visitor.account(request)
                    .ifPresent(account -> addresses.add(account.id(), details.shipping(), details.phone()));
        }
    }
}
