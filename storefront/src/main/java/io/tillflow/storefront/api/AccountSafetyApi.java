package io.tillflow.storefront.api;

import static io.tillflow.storefront.language.Texts.say;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.Passwords;
import io.tillflow.storefront.accounts.SecondFactor;
import io.tillflow.storefront.api.Entrance.Entry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What keeps others out of the account of whoever calls: its password and its second factor. */
@RestController
@RequestMapping("/api/v1/account")
@SecurityRequirement(name = ApiDescription.ACCOUNT)
class AccountSafetyApi {
    private final Shopper shopper;
    private final Owner owner;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Entrance entrance;

    AccountSafetyApi(Shopper shopper, Owner owner, Passwords passwords, SecondFactor factor, Entrance entrance) {
        this.shopper = shopper;
        this.owner = owner;
        this.passwords = passwords;
        this.factor = factor;
        this.entrance = entrance;
    }

    /** @param password the present one */
    record PasswordChange(
            @Nullable String password, @Nullable String newPassword) {}

    /** @param password of the account, to be sure who asks */
    record Proof(@Nullable String password) {}

    /** @param uri what a device reads from a picture of it */
    record Secret(String secret, String uri) {}

    /**
     * That a device has the secret.
     *
     * @param code what the device shows now
     * @param password of the account, to be sure who asks
     */
    record DeviceProof(
            @Nullable String secret,
            @Nullable String code,
            @Nullable String password) {}

    /** Each works once in place of a code. They are not shown again. */
    record SpareCodes(List<String> spareCodes) {}

    /** Ends every session, this one too, and answers a new one. */
    @PutMapping("/password")
    ResponseEntity<Entry> changePassword(HttpServletRequest request, @RequestBody PasswordChange typed) {
        Account account = shopper.of(request);
        String password = Objects.requireNonNullElse(typed.newPassword(), "");
        passwords.problem(password, account.email()).ifPresent(problem -> {
            throw ShopProblem.invalid("newPassword", problem);
        });
        owner.prove(account, typed.password());
        return secret(entrance.changePassword(account, password));
    }

    /** A secret for a device; nothing changes until the device proves that it has it. */
    @PostMapping("/second-factor/secrets")
    ResponseEntity<Secret> begin(HttpServletRequest request) {
        Account account = shopper.of(request);
        String secret = factor.newSecret();
        return secret(new Secret(secret, factor.uri(account, secret)));
    }

    /** From now on signing in takes a code. */
    @PutMapping("/second-factor")
    ResponseEntity<SpareCodes> switchOn(HttpServletRequest request, @RequestBody DeviceProof typed) {
        Account account = shopper.of(request);
        owner.prove(account, typed.password());
        String code = Objects.requireNonNullElse(typed.code(), "").replace(" ", "");
        return factor.switchOn(account, Objects.requireNonNullElse(typed.secret(), ""), code)
                .map(codes -> secret(new SpareCodes(codes)))
                .orElseThrow(() -> ShopProblem.invalid("code", say("account.notTheCodeClock")));
    }

    /** Those handed out before work no more. */
    @PostMapping("/second-factor/spare-codes")
    ResponseEntity<SpareCodes> newSpares(HttpServletRequest request, @RequestBody Proof proof) {
        Account account = shopper.of(request);
        owner.prove(account, proof.password());
        return factor.newSpares(account)
                .map(codes -> secret(new SpareCodes(codes)))
                .orElseThrow(() -> new ShopProblem(HttpStatus.CONFLICT, "off", "There is no second factor."));
    }

    /** From now on the password is enough. */
    @PostMapping("/second-factor/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchOff(HttpServletRequest request, @RequestBody Proof proof) {
        Account account = shopper.of(request);
        owner.prove(account, proof.password());
        factor.switchOff(account);
    }

    private static <T> ResponseEntity<T> secret(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
