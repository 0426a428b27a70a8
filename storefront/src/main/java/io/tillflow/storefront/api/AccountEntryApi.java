package io.tillflow.storefront.api;

import static io.tillflow.storefront.language.Texts.say;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.tillflow.storefront.accounts.Joining;
import io.tillflow.storefront.accounts.Passwords;
import io.tillflow.storefront.accounts.SecondFactor;
import io.tillflow.storefront.accounts.SignIn;
import io.tillflow.storefront.api.Entrance.Entry;
import io.tillflow.storefront.checkout.DetailsCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way into an account and out of it for shops with pages of their own; as many tries as on the pages here. */
@RestController
@RequestMapping("/api/v1/account")
class AccountEntryApi {
    private final Joining joining;
    private final Passwords passwords;
    private final SignIn signIn;
    private final SecondFactor secondFactor;
    private final Entrance entrance;
    private final Shopper shopper;
    private final Waits waits;

    AccountEntryApi(
            Joining joining,
            Passwords passwords,
            SignIn signIn,
            SecondFactor secondFactor,
            Entrance entrance,
            Shopper shopper,
            Waits waits) {
        this.joining = joining;
        this.passwords = passwords;
        this.signIn = signIn;
        this.secondFactor = secondFactor;
        this.entrance = entrance;
        this.shopper = shopper;
        this.waits = waits;
    }

    record Asked(@Nullable String email) {}

    /**
     * The answer to a letter.
     *
     * @param letter and key are the last two parts of the link in it
     * @param cartId a guest's cart, which joins the account's
     */
    record Joins(
            @Nullable UUID letter,
            @Nullable String key,
            @Nullable String name,
            @Nullable String password,
            @Nullable Boolean personalisation,
            @Nullable Boolean marketing,
            @Nullable UUID cartId) {}

    record Credentials(
            @Nullable String email,
            @Nullable String password,
            @Nullable UUID cartId) {}

    /** @param token of the first half of signing in */
    record Code(
            @Nullable String token,
            @Nullable String code,
            @Nullable UUID cartId) {}

    /** Sends a letter; what is answered is the same whether there is an account or not. */
    @PostMapping("/registrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void register(HttpServletRequest request, @RequestBody Asked asked) {
        String email = DetailsCheck.emailAddress(asked.email())
                .orElseThrow(() -> ShopProblem.invalid("email", say("words.noEmail")));
        joining.ask(email, request.getRemoteAddr()).ifPresent(until -> {
            throw waits.until(until);
        });
    }

    /** An account begins when its letter is answered. */
    @PostMapping
    ResponseEntity<Entry> join(@RequestBody Joins joins) {
        UUID letter = joins.letter();
        if (letter == null) {
            throw ShopProblem.needed("letter");
        }
        String email = joining.address(letter, text(joins.key())).orElseThrow(ShopProblem::outdated);
        passwords.problem(text(joins.password()), email).ifPresent(problem -> {
            throw ShopProblem.invalid("password", problem);
        });
        Joining.Person person = new Joining.Person(
                MyAccountApi.name(joins.name()),
                text(joins.password()),
                Boolean.TRUE.equals(joins.personalisation()),
                Boolean.TRUE.equals(joins.marketing()));
        return entrance.join(letter, text(joins.key()), person, joins.cartId())
                .map(AccountEntryApi::entered)
                .orElseThrow(ShopProblem::outdated);
    }

    @PostMapping("/sessions")
    ResponseEntity<Entry> signIn(HttpServletRequest request, @RequestBody Credentials typed) {
        Optional<String> email = DetailsCheck.emailAddress(typed.email());
        return entry(
                email.isEmpty()
                        ? new SignIn.Result.Wrong()
                        : signIn.signIn(email.get(), text(typed.password()), request.getRemoteAddr()),
                typed.cartId());
    }

    /** The second half, where the first one said that a code is needed. */
    @PostMapping("/sessions/code")
    ResponseEntity<Entry> code(@RequestBody Code typed) {
        return entry(secondFactor.enter(text(typed.token()), text(typed.code())), typed.cartId());
    }

    /** The token is worth nothing from now on. */
    @DeleteMapping("/sessions/current")
    @SecurityRequirement(name = ApiDescription.ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        shopper.signOut(request);
    }

    private ResponseEntity<Entry> entry(SignIn.Result result, @Nullable UUID cart) {
        return switch (result) {
            case SignIn.Result.In in -> entered(entrance.enter(in.token(), in.account(), cart));
            case SignIn.Result.CodeNeeded half ->
                ResponseEntity.accepted()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(new Entry(half.token(), true, null, null));
            case SignIn.Result.Wrong wrong ->
                throw new ShopProblem(HttpStatus.UNAUTHORIZED, "wrong", "These do not belong together.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case SignIn.Result.Wait wait -> throw waits.until(wait.until());
        };
    }

    private static ResponseEntity<Entry> entered(Entry entry) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(entry);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
