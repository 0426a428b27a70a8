package io.tillflow.storefront.web;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.Accounts;
import io.tillflow.storefront.accounts.Accounts.Consent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switch beside everything personal. Off means: what was kept is deleted, too. */
@Controller
class ConsentPage {
    private final Footprints footprints;
    private final Accounts accounts;
    private final Visitor visitor;

    ConsentPage(Footprints footprints, Accounts accounts, Visitor visitor) {
        this.footprints = footprints;
        this.accounts = accounts;
        this.visitor = visitor;
    }

    @PostMapping("/personal")
    ResponseEntity<Void> change(HttpServletRequest request, @RequestParam(defaultValue = "off") String switched) {
        boolean on = "on".equals(switched);
        Optional<Account> account = visitor.account(request);
        Optional<UUID> browser = footprints.browser(request);
        account.ifPresent(a -> accounts.consent(a.id(), Consent.PERSONALISATION, on));
        if (!on) {
            account.map(Account::id).ifPresent(footprints::forget);
            browser.ifPresent(footprints::forget);
        }
        ResponseEntity.BodyBuilder answer = AccountEntry.to(Referers.of(request, "/"));
        if (!on) {
            answer.header(HttpHeaders.SET_COOKIE, visitor.gone(Footprints.COOKIE));
        } else if (account.isEmpty()) {
            answer.header(HttpHeaders.SET_COOKIE, footprints.cookie(browser.orElseGet(UUID::randomUUID)));
        }
        return answer.build();
    }
}
