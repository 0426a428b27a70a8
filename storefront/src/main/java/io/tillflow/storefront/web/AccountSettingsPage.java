package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountChanges;
import io.tillflow.storefront.accounts.Accounts;
import io.tillflow.storefront.accounts.Accounts.Consent;
import io.tillflow.storefront.accounts.EraseAccount;
import io.tillflow.storefront.accounts.Passwords;
import io.tillflow.storefront.checkout.DetailsCheck;
import io.tillflow.storefront.web.OwnPassword.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Name, password, address, consents, the end of it. */
@Controller
class AccountSettingsPage {
    private static final int LONGEST_NAME = 80;

    private final AccountChanges changes;
    private final OwnPassword ownPassword;
    private final Accounts accounts;
    private final EraseAccount erase;
    private final Footprints footprints;
    private final Passwords passwords;
    private final Visitor visitor;
    private final AccountEntry entry;
    private final Shells shells;
    private final Words words;
    private final Templates templates;

    AccountSettingsPage(
            AccountChanges changes,
            OwnPassword ownPassword,
            Accounts accounts,
            EraseAccount erase,
            Footprints footprints,
            Passwords passwords,
            Visitor visitor,
            AccountEntry entry,
            Shells shells,
            Words words,
            Templates templates) {
        this.changes = changes;
        this.ownPassword = ownPassword;
        this.accounts = accounts;
        this.erase = erase;
        this.footprints = footprints;
        this.passwords = passwords;
        this.visitor = visitor;
        this.entry = entry;
        this.shells = shells;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/account/settings")
    ResponseEntity<byte[]> settings(HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
        String notice = switch (done) {
            case "name", "consents", "factor" -> say("account.saved");
            case "password" -> say("account.passwordChanged");
            case "letter" -> say("account.letterSent");
            case "address" -> say("account.addressChanged");
            default -> "";
        };
        return page(request, HttpStatus.OK, Typed.NOTHING, notice);
    }

    @PostMapping("/account/name")
    ResponseEntity<?> name(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        String name = typed.getOrDefault("name", "").strip();
        if (name.length() > LONGEST_NAME) {
            return wrong(request, typed, "name", say("words.atMostCharacters", LONGEST_NAME));
        }
        changes.rename(signedIn(request), name);
        return done("name");
    }

    @PostMapping("/account/consents")
    ResponseEntity<?> consents(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        UUID id = signedIn(request).id();
        accounts.consent(id, Consent.PERSONALISATION, typed.containsKey("personalisation"));
        if (!typed.containsKey("personalisation")) {
            footprints.forget(id);
        }
        accounts.consent(id, Consent.MARKETING, typed.containsKey("marketing"));
        return done("consents");
    }

    @PostMapping("/account/password")
    ResponseEntity<?> password(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Account account = signedIn(request);
        String next = typed.getOrDefault("password.next", "");
        Optional<String> problem = passwords.problem(next, account.email());
        if (problem.isPresent()) {
            return wrong(request, typed, "password.next", problem.get());
        }
        Optional<Refusal> refusal = ownPassword.refusal(account, typed, "password.now");
        if (refusal.isPresent()) {
            return refused(request, typed, "password.now", refusal.get());
        }
        String token = changes.changePassword(account, next);
        return AccountEntry.to("/account/settings?done=password")
                .header(HttpHeaders.SET_COOKIE, visitor.session(token))
                .build();
    }

    @PostMapping("/account/email")
    ResponseEntity<?> email(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Account account = signedIn(request);
        Optional<String> email = DetailsCheck.emailAddress(typed.get("email"));
        if (email.isEmpty()) {
            return wrong(request, typed, "email", say("words.noEmail"));
        }
        Optional<Refusal> refusal = ownPassword.refusal(account, typed, "password.email");
        if (refusal.isPresent()) {
            return refused(request, typed, "password.email", refusal.get());
        }
        Optional<Instant> wait = changes.askForAddress(account, email.get(), request.getRemoteAddr());
        return wait.isEmpty()
                ? done("letter")
                : refused(request, typed, "email", new Refusal(HttpStatus.TOO_MANY_REQUESTS, manyLetters(wait.get())));
    }

    @GetMapping("/account/new-address/{id}/{key}")
    ResponseEntity<byte[]> newAddress(HttpServletRequest request, @PathVariable UUID id, @PathVariable String key) {
        return changes.newAddress(id, key)
                .map(email -> templates.page(
                        "accountnewaddress",
                        Map.of("shell", shells.of(request, say("account.isItNew")), "email", email)))
                .orElseGet(() -> outdated(request));
    }

    @PostMapping("/account/new-address/{id}/{key}")
    ResponseEntity<?> changeAddress(HttpServletRequest request, @PathVariable UUID id, @PathVariable String key) {
        return changes.changeAddress(id, key).isPresent() ? done("address") : outdated(request);
    }

    @GetMapping("/account/deletion")
    ResponseEntity<byte[]> deletion(HttpServletRequest request) {
        return deletion(request, HttpStatus.OK, Typed.NOTHING);
    }

    @PostMapping("/account/deletion")
    ResponseEntity<?> delete(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Account account = signedIn(request);
        Optional<Refusal> refusal = ownPassword.refusal(account, typed, "password");
        if (refusal.isPresent()) {
            return deletion(
                    request,
                    refusal.get().status(),
                    Typed.wrong(typed, "password", refusal.get().problem()));
        }
        erase.erase(account);
        return entry.out("/account/deleted");
    }

    @GetMapping("/account/deleted")
    ResponseEntity<byte[]> deleted(HttpServletRequest request) {
        return templates.page("accountdeleted", Map.of("shell", shells.of(request, say("account.goneTitle"))));
    }

    private String manyLetters(Instant until) {
        return say("account.manyLetters", words.time(until.plusSeconds(59)));
    }

    private ResponseEntity<byte[]> deletion(HttpServletRequest request, HttpStatus status, Typed typed) {
        signedIn(request);
        return templates.page(
                status,
                "accountdeletion",
                Map.of("shell", shells.of(request, say("account.deletion")), "typed", typed));
    }

    private ResponseEntity<byte[]> outdated(HttpServletRequest request) {
        return templates.page(
                HttpStatus.GONE,
                "accountoutdated",
                Map.of("shell", shells.of(request, say("account.usedUpTitle")), "joins", false));
    }

    private ResponseEntity<byte[]> wrong(
            HttpServletRequest request, Map<String, String> typed, String field, String problem) {
        return refused(request, typed, field, new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, problem));
    }

    private ResponseEntity<byte[]> refused(
            HttpServletRequest request, Map<String, String> typed, String field, Refusal refusal) {
        return page(request, refusal.status(), Typed.wrong(typed, field, refusal.problem()), "");
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatus status, Typed typed, String done) {
        return templates.page(
                status,
                "accountsettings",
                Map.of(
                        "shell",
                        shells.of(request, say("account.settings")),
                        "account",
                        signedIn(request),
                        "typed",
                        typed,
                        "done",
                        done));
    }

    private Account signedIn(HttpServletRequest request) {
        return visitor.account(request).orElseThrow(NotSignedIn::new);
    }

    private static ResponseEntity<Void> done(String what) {
        return AccountEntry.to("/account/settings?done=" + what).build();
    }
}
