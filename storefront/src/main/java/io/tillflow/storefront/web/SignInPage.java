package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Sessions;
import io.tillflow.storefront.accounts.SignIn;
import io.tillflow.storefront.checkout.DetailsCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In and out. */
@Controller
class SignInPage {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Visitor visitor;
    private final AccountEntry entry;
    private final Shells shells;
    private final Words words;
    private final Templates templates;

    SignInPage(
            SignIn signIn,
            Sessions sessions,
            Visitor visitor,
            AccountEntry entry,
            Shells shells,
            Words words,
            Templates templates) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.visitor = visitor;
        this.entry = entry;
        this.shells = shells;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/account/sign-in")
    ResponseEntity<?> form(HttpServletRequest request, @RequestParam(defaultValue = "") String next) {
        if (visitor.account(request).isPresent()) {
            return AccountEntry.to(next).build();
        }
        return page(request, HttpStatus.OK, Typed.NOTHING, next);
    }

    @PostMapping("/account/sign-in")
    ResponseEntity<?> signIn(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        String next = typed.getOrDefault("next", "");
        String email = DetailsCheck.emailAddress(typed.get("email"))
                .orElse(typed.getOrDefault("email", "").strip().toLowerCase(Locale.ROOT));
        String password = typed.getOrDefault("password", "");
        return switch (signIn.signIn(email, password, request.getRemoteAddr())) {
            case SignIn.Result.In in -> {
                visitor.token(request).ifPresent(sessions::end);
                yield entry.in(request, in.token(), in.account(), next);
            }
            case SignIn.Result.CodeNeeded needed ->
                AccountEntry.to("/account/code?next=" + AccountEntry.local(next))
                        .header(HttpHeaders.SET_COOKIE, visitor.pending(needed.token()))
                        .build();
            case SignIn.Result.Wrong wrong ->
                page(request, HttpStatus.UNPROCESSABLE_CONTENT, Typed.refused(typed, say("account.noMatch")), next);
            case SignIn.Result.Wait wait ->
                page(request, HttpStatus.TOO_MANY_REQUESTS, Typed.refused(typed, tooMany(wait.until())), next);
        };
    }

    private String tooMany(Instant until) {
        return say("account.manySignIns", words.time(until.plusSeconds(59)));
    }

    @PostMapping("/account/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        visitor.token(request).ifPresent(sessions::end);
        return entry.out("/");
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatus status, Typed typed, String next) {
        return templates.page(
                status,
                "accountsignin",
                Map.of(
                        "shell",
                        shells.of(request, say("account.signIn")),
                        "typed",
                        typed,
                        "next",
                        AccountEntry.local(next)));
    }
}
