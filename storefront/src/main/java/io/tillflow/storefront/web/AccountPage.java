package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountExport;
import io.tillflow.storefront.accounts.AddressBook;
import io.tillflow.storefront.notices.Notices;
import io.tillflow.storefront.orders.Orders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Somebody's orders, and the way to all else that is theirs. */
@Controller
class AccountPage {
    private static final int SHOWN = 100;

    private final Orders orders;
    private final AddressBook addresses;
    private final Notices notices;
    private final AccountExport export;
    private final Visitor visitor;
    private final Shells shells;
    private final Words words;
    private final Templates templates;

    AccountPage(
            Orders orders,
            AddressBook addresses,
            Notices notices,
            AccountExport export,
            Visitor visitor,
            Shells shells,
            Words words,
            Templates templates) {
        this.orders = orders;
        this.addresses = addresses;
        this.notices = notices;
        this.export = export;
        this.visitor = visitor;
        this.shells = shells;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/account")
    ResponseEntity<byte[]> account(HttpServletRequest request) {
        Account account = visitor.account(request).orElseThrow(NotSignedIn::new);
        return templates.page(
                "account",
                Map.of(
                        "shell",
                        shells.of(request, say("account.yours")),
                        "account",
                        account,
                        "orders",
                        orders.ofAccount(account.id(), account.email(), SHOWN),
                        "addresses",
                        addresses.of(account.id()),
                        "told",
                        notices.of(account),
                        "words",
                        words));
    }

    /** All that is known about whoever asks, as a file. */
    @GetMapping("/account/data.json")
    ResponseEntity<byte[]> data(HttpServletRequest request) {
        Account account = visitor.account(request).orElseThrow(NotSignedIn::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ullmere-my-data.json\"")
                .body(export.of(account));
    }
}
