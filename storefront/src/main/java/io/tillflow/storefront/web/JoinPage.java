package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Joining;
import io.tillflow.storefront.accounts.Passwords;
import io.tillflow.storefront.accounts.Recovery;
import io.tillflow.storefront.checkout.DetailsCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Becoming a customer with an account, and getting back in without the password: both go by letter. */
@Controller
class JoinPage {
    private static final int LONGEST_NAME = 80;

    private final Joining joining;
    private final Recovery recovery;
    private final Passwords passwords;
    private final AccountEntry entry;
    private final Shells shells;
    private final Words words;
    private final Templates templates;

    JoinPage(
            Joining joining,
            Recovery recovery,
            Passwords passwords,
            AccountEntry entry,
            Shells shells,
            Words words,
            Templates templates) {
        this.joining = joining;
        this.recovery = recovery;
        this.passwords = passwords;
        this.entry = entry;
        this.shells = shells;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/account/register")
    ResponseEntity<byte[]> register(HttpServletRequest request) {
        return ask(request, HttpStatus.OK, Typed.NOTHING, true);
    }

    @GetMapping("/account/forgotten")
    ResponseEntity<byte[]> forgotten(HttpServletRequest request) {
        return ask(request, HttpStatus.OK, Typed.NOTHING, false);
    }

    @PostMapping("/account/register")
    ResponseEntity<byte[]> register(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        return letter(request, typed, true, joining::ask);
    }

    @PostMapping("/account/forgotten")
    ResponseEntity<byte[]> forgotten(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        return letter(request, typed, false, recovery::ask);
    }

    /** Says the same whether there is such an account or not. */
    private ResponseEntity<byte[]> letter(
            HttpServletRequest request,
            Map<String, String> typed,
            boolean joins,
            BiFunction<String, String, Optional<Instant>> ask) {
        Optional<String> email = DetailsCheck.emailAddress(typed.get("email"));
        if (email.isEmpty()) {
            String problem = say("words.noEmail");
            return ask(request, HttpStatus.UNPROCESSABLE_CONTENT, Typed.wrong(typed, "email", problem), joins);
        }
        Optional<Instant> wait = ask.apply(email.get(), request.getRemoteAddr());
        if (wait.isPresent()) {
            String notice = say("account.manyLetters", words.time(wait.get().plusSeconds(59)));
            return ask(request, HttpStatus.TOO_MANY_REQUESTS, Typed.refused(typed, notice), joins);
        }
        return templates.page(
                "accountmailbox",
                Map.of("shell", shells.of(request, say("account.mailboxTitle")), "email", email.get()));
    }

    private ResponseEntity<byte[]> ask(HttpServletRequest request, HttpStatus status, Typed typed, boolean joins) {
        String title = joins ? say("account.make") : say("account.chooseNew");
        return templates.page(
                status, "accountask", Map.of("shell", shells.of(request, title), "typed", typed, "joins", joins));
    }

    @GetMapping("/account/join/{id}/{key}")
    ResponseEntity<byte[]> join(HttpServletRequest request, @PathVariable UUID id, @PathVariable String key) {
        return password(
                request, HttpStatus.OK, Typed.NOTHING, joining.address(id, key).orElse(null), true);
    }

    @PostMapping("/account/join/{id}/{key}")
    ResponseEntity<?> join(
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam Map<String, String> typed) {
        Optional<String> email = joining.address(id, key);
        Map<String, String> problems = problems(typed, email.orElse(""));
        if (email.isEmpty() || !problems.isEmpty()) {
            Typed shown = new Typed(typed, problems, "");
            return password(request, HttpStatus.UNPROCESSABLE_CONTENT, shown, email.orElse(null), true);
        }
        Joining.Person person = new Joining.Person(
                typed.getOrDefault("name", "").strip(),
                typed.getOrDefault("password", ""),
                typed.containsKey("personalisation"),
                typed.containsKey("marketing"));
        return switch (joining.join(id, key, person)) {
            case Joining.Result.In in -> entry.in(request, in.token(), in.account(), "/account");
            case Joining.Result.Outdated outdated ->
                password(request, HttpStatus.UNPROCESSABLE_CONTENT, Typed.NOTHING, null, true);
        };
    }

    @GetMapping("/account/reset/{id}/{key}")
    ResponseEntity<byte[]> reset(HttpServletRequest request, @PathVariable UUID id, @PathVariable String key) {
        return password(
                request, HttpStatus.OK, Typed.NOTHING, recovery.address(id, key).orElse(null), false);
    }

    @PostMapping("/account/reset/{id}/{key}")
    ResponseEntity<?> reset(
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam Map<String, String> typed) {
        Optional<String> email = recovery.address(id, key);
        Map<String, String> problems = problems(typed, email.orElse(""));
        if (email.isEmpty() || !problems.isEmpty()) {
            Typed shown = new Typed(typed, problems, "");
            return password(request, HttpStatus.UNPROCESSABLE_CONTENT, shown, email.orElse(null), false);
        }
        return recovery.reset(id, key, typed.getOrDefault("password", ""))
                ? AccountEntry.to("/account/sign-in").build()
                : password(request, HttpStatus.UNPROCESSABLE_CONTENT, Typed.NOTHING, null, false);
    }

    private Map<String, String> problems(Map<String, String> typed, String email) {
        Map<String, String> problems = new HashMap<>();
        if (!email.isEmpty()) {
            passwords.problem(typed.getOrDefault("password", ""), email).ifPresent(p -> problems.put("password", p));
        }
        if (typed.getOrDefault("name", "").strip().length() > LONGEST_NAME) {
            problems.put("name", say("words.atMostCharacters", LONGEST_NAME));
        }
        return problems;
    }

    private ResponseEntity<byte[]> password(
            HttpServletRequest request, HttpStatus status, Typed typed, @Nullable String email, boolean joins) {
        if (email == null) {
            return templates.page(
                    HttpStatus.GONE,
                    "accountoutdated",
                    Map.of("shell", shells.of(request, say("account.usedUpTitle")), "joins", joins));
        }
        String title = joins ? say("account.choose") : say("account.chooseNew");
        return templates.page(
                status,
                "accountpassword",
                Map.of("shell", shells.of(request, title), "typed", typed, "email", email, "joins", joins));
    }
}
