package io.tillflow.storefront.api;

import static io.tillflow.storefront.language.Texts.say;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountChanges;
import io.tillflow.storefront.accounts.Passwords;
import io.tillflow.storefront.accounts.Recovery;
import io.tillflow.storefront.checkout.DetailsCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What goes by letter once there is an account: a forgotten password, another e-mail address. */
@RestController
@RequestMapping("/api/v1/account")
class AccountLinkApi {
    private final Recovery recovery;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final Shopper shopper;
    private final Owner owner;
    private final Waits waits;

    AccountLinkApi(
            Recovery recovery, AccountChanges changes, Passwords passwords, Shopper shopper, Owner owner, Waits waits) {
        this.recovery = recovery;
        this.changes = changes;
        this.passwords = passwords;
        this.shopper = shopper;
        this.owner = owner;
        this.waits = waits;
    }

    record Forgotten(@Nullable String email) {}

    /** @param letter and key are the last two parts of the link in the letter */
    record NewPassword(
            @Nullable UUID letter,
            @Nullable String key,
            @Nullable String password) {}

    /** @param password of the account, to be sure who asks */
    record NewEmail(@Nullable String email, @Nullable String password) {}

    /** @param letter and key are the last two parts of the link in the letter */
    record Link(@Nullable UUID letter, @Nullable String key) {}

    record Email(String email) {}

    /** Sends a letter; what is answered is the same whether there is an account or not. */
    @PostMapping("/password-resets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgotten(HttpServletRequest request, @RequestBody Forgotten asked) {
        recovery.ask(email(asked.email()), request.getRemoteAddr()).ifPresent(until -> {
            throw waits.until(until);
        });
    }

    /** Ends every session; whoever answered signs in with the new password. */
    @PostMapping("/password-resets/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@RequestBody NewPassword typed) {
        UUID letter = letter(typed.letter());
        String email = recovery.address(letter, text(typed.key())).orElseThrow(ShopProblem::outdated);
        passwords.problem(text(typed.password()), email).ifPresent(problem -> {
            throw ShopProblem.invalid("password", problem);
        });
        if (!recovery.reset(letter, text(typed.key()), text(typed.password()))) {
            throw ShopProblem.outdated();
        }
    }

    /** Writes to the new address; nothing changes until the letter is answered. */
    @PostMapping("/email-changes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SecurityRequirement(name = ApiDescription.ACCOUNT)
    void another(HttpServletRequest request, @RequestBody NewEmail typed) {
        Account account = shopper.of(request);
        String email = email(typed.email());
        owner.prove(account, typed.password());
        changes.askForAddress(account, email, request.getRemoteAddr()).ifPresent(until -> {
            throw waits.until(until);
        });
    }

    /** The account's address from now on. */
    @PostMapping("/email-changes/answer")
    Email change(@RequestBody Link link) {
        return changes.changeAddress(letter(link.letter()), text(link.key()))
                .map(Email::new)
                .orElseThrow(ShopProblem::outdated);
    }

    private static String email(@Nullable String typed) {
        return DetailsCheck.emailAddress(typed).orElseThrow(() -> ShopProblem.invalid("email", say("words.noEmail")));
    }

    private static UUID letter(@Nullable UUID typed) {
        if (typed == null) {
            throw ShopProblem.needed("letter");
        }
        return typed;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
