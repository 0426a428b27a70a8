package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AddressBook;
import io.tillflow.storefront.accounts.SavedAddress;
import io.tillflow.storefront.checkout.DetailsCheck;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Terms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody's parcels may go. */
@Controller
class AddressPages {
    private final AddressBook book;
    private final Visitor visitor;
    private final Shells shells;
    private final Terms terms;
    private final Templates templates;

    AddressPages(AddressBook book, Visitor visitor, Shells shells, Terms terms, Templates templates) {
        this.book = book;
        this.visitor = visitor;
        this.shells = shells;
        this.terms = terms;
        this.templates = templates;
    }

    @GetMapping("/account/addresses")
    ResponseEntity<byte[]> addresses(HttpServletRequest request) {
        return templates.page(
                "accountaddresses",
                Map.of(
                        "shell",
                        shells.of(request, say("account.yourAddresses")),
                        "addresses",
                        book.of(signedIn(request).id()),
                        "most",
                        AddressBook.MOST));
    }

    @GetMapping("/account/addresses/new")
    ResponseEntity<byte[]> add(HttpServletRequest request) {
        Account account = signedIn(request);
        DetailsForm.AddressForm blank = new DetailsForm.AddressForm(account.name(), null, null, null, null, null);
        DetailsForm form = new DetailsForm(null, blank, null, null);
        return page(request, HttpStatus.OK, null, new CheckoutFields(form, List.of(), null));
    }

    @GetMapping("/account/addresses/{id}")
    ResponseEntity<byte[]> change(HttpServletRequest request, @PathVariable UUID id) {
        SavedAddress saved = book.find(signedIn(request).id(), id).orElseThrow(NotHere::new);
        Details details = new Details("", saved.phone(), saved.address(), saved.address(), Delivery.STANDARD);
        return page(request, HttpStatus.OK, id, new CheckoutFields(DetailsForm.of(details), List.of(), null));
    }

    @PostMapping("/account/addresses/new")
    ResponseEntity<?> add(HttpServletRequest request, @RequestParam MultiValueMap<String, String> typed) {
        return save(request, null, typed);
    }

    @PostMapping("/account/addresses/{id}")
    ResponseEntity<?> change(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return save(request, id, typed);
    }

    private ResponseEntity<?> save(HttpServletRequest request, @Nullable UUID id, MultiValueMap<String, String> typed) {
        Account account = signedIn(request);
        DetailsForm read = CheckoutFields.read(typed);
        DetailsForm.Contact contact = new DetailsForm.Contact(account.email(), typed.getFirst("contact.phone"));
        DetailsForm form = new DetailsForm(contact, read.shipping(), null, null);
        DetailsCheck.Result checked = DetailsCheck.check(form);
        if (checked.details().isEmpty()) {
            CheckoutFields fields = new CheckoutFields(form, checked.problems(), null);
            return page(request, HttpStatus.UNPROCESSABLE_CONTENT, id, fields);
        }
        Details details = checked.details().get();
        if (id == null) {
            book.add(account.id(), details.shipping(), details.phone());
        } else {
            book.change(account.id(), id, details.shipping(), details.phone());
        }
        return back();
    }

    @PostMapping("/account/addresses/{id}/removal")
    ResponseEntity<Void> remove(HttpServletRequest request, @PathVariable UUID id) {
        book.remove(signedIn(request).id(), id);
        return back();
    }

    @PostMapping("/account/addresses/{id}/favour")
    ResponseEntity<Void> favour(HttpServletRequest request, @PathVariable UUID id) {
        book.favour(signedIn(request).id(), id);
        return back();
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, HttpStatus status, @Nullable UUID id, CheckoutFields fields) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(
                "shell", shells.of(request, id == null ? say("account.newAddress") : say("account.changeAnAddress")));
        values.put("path", "/account/addresses/" + (id == null ? "new" : id));
        values.put("fields", fields);
        values.put("countries", CheckoutFields.all(terms.now().countries()));
        return templates.page(status, "accountaddress", values);
    }

    private Account signedIn(HttpServletRequest request) {
        return visitor.account(request).orElseThrow(NotSignedIn::new);
    }

    private static ResponseEntity<Void> back() {
        return AccountEntry.to("/account/addresses").build();
    }
}
