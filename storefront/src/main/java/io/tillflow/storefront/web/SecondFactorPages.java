package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.SecondFactor;
import io.tillflow.storefront.accounts.SignIn;
import io.tillflow.storefront.web.OwnPassword.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The code at sign-in, and switching it on and off. */
@Controller
class SecondFactorPages {

    private final SecondFactor factor;
    private final OwnPassword ownPassword;
    private final Visitor visitor;
    private final AccountEntry entry;
    private final Shells shells;
    private final Words words;
    private final Templates templates;

    SecondFactorPages(
            SecondFactor factor,
            OwnPassword ownPassword,
            Visitor visitor,
            AccountEntry entry,
            Shells shells,
            Words words,
            Templates templates) {
        this.factor = factor;
        this.ownPassword = ownPassword;
        this.visitor = visitor;
        this.entry = entry;
        this.shells = shells;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/account/code")
    ResponseEntity<?> code(HttpServletRequest request, @RequestParam(defaultValue = "") String next) {
        return visitor.pending(request).filter(factor::pending).isPresent()
                ? codePage(request, HttpStatus.OK, Typed.NOTHING, next)
                : AccountEntry.to("/account/sign-in").build();
    }

    @PostMapping("/account/code")
    ResponseEntity<?> enter(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        String next = typed.getOrDefault("next", "");
        Optional<String> pending = visitor.pending(request).filter(factor::pending);
        if (pending.isEmpty()) {
            return AccountEntry.to("/account/sign-in").build();
        }
        return switch (factor.enter(pending.get(), typed.getOrDefault("code", ""))) {
            case SignIn.Result.In in -> entry.in(request, in.token(), in.account(), next);
            case SignIn.Result.Wait wait -> {
                String notice = say("account.manyTries", words.time(wait.until().plusSeconds(59)));
                yield codePage(request, HttpStatus.TOO_MANY_REQUESTS, Typed.refused(Map.of(), notice), next);
            }
            case SignIn.Result.Wrong wrong -> wrongCode(request, next);
            case SignIn.Result.CodeNeeded needed -> wrongCode(request, next);
        };
    }

    private ResponseEntity<byte[]> wrongCode(HttpServletRequest request, String next) {
        String problem = say("account.notTheCode");
        return codePage(request, HttpStatus.UNPROCESSABLE_CONTENT, Typed.wrong(Map.of(), "code", problem), next);
    }

    private ResponseEntity<byte[]> codePage(HttpServletRequest request, HttpStatus status, Typed typed, String next) {
        return templates.page(
                status,
                "accountcode",
                Map.of(
                        "shell",
                        shells.of(request, say("account.theCode")),
                        "typed",
                        typed,
                        "next",
                        AccountEntry.local(next)));
    }

    @GetMapping("/account/second-factor")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        return page(request, HttpStatus.OK, Typed.NOTHING, List.of());
    }

    @PostMapping("/account/second-factor")
    ResponseEntity<byte[]> switchOn(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Account account = signedIn(request);
        Optional<Refusal> refusal = ownPassword.refusal(account, typed, "password");
        if (refusal.isPresent()) {
            return refused(request, typed, "password", refusal.get());
        }
        String code = typed.getOrDefault("code", "").replace(" ", "");
        Optional<List<String>> spares = factor.switchOn(account, typed.getOrDefault("secret", ""), code);
        return spares.isEmpty()
                ? refused(
                        request,
                        typed,
                        "code",
                        new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, say("account.notTheCodeClock")))
                : page(request, HttpStatus.OK, Typed.NOTHING, spares.get());
    }

    @PostMapping("/account/second-factor/spares")
    ResponseEntity<byte[]> newSpares(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Account account = signedIn(request);
        Optional<Refusal> refusal = ownPassword.refusal(account, typed, "password.spares");
        return refusal.isPresent()
                ? refused(request, typed, "password.spares", refusal.get())
                : page(
                        request,
                        HttpStatus.OK,
                        Typed.NOTHING,
                        factor.newSpares(account).orElse(List.of()));
    }

    @PostMapping("/account/second-factor/off")
    ResponseEntity<?> switchOff(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Account account = signedIn(request);
        Optional<Refusal> refusal = ownPassword.refusal(account, typed, "password");
        if (refusal.isPresent()) {
            return refused(request, typed, "password", refusal.get());
        }
        factor.switchOff(account);
        return AccountEntry.to("/account/settings?done=factor").build();
    }

    private ResponseEntity<byte[]> refused(
            HttpServletRequest request, Map<String, String> typed, String field, Refusal refusal) {
        return page(request, refusal.status(), Typed.wrong(typed, field, refusal.problem()), List.of());
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, HttpStatus status, Typed typed, List<String> spares) {
        Account account = signedIn(request);
        boolean on = account.secondFactor() || !spares.isEmpty();
        String typedSecret = typed.value("secret");
        String secret = typedSecret.matches("[A-Z2-7]{32}") ? typedSecret : factor.newSecret();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("shell", shells.of(request, say("account.factor")));
        values.put("typed", typed);
        values.put("on", on);
        values.put("spares", spares);
        values.put("secret", secret);
        values.put("picture", QrPicture.of(factor.uri(account, secret)));
        return templates.page(status, "accountfactor", values);
    }

    private Account signedIn(HttpServletRequest request) {
        return visitor.account(request).orElseThrow(NotSignedIn::new);
    }
}
