package io.tillflow.storefront.api;

import io.tillflow.storefront.accounts.AccountLetters;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever writes a letter about an account must know. */
@RestController
@RequestMapping("/api/v1/service/account-letters")
class AccountLetterApi {
    private final AccountLetters letters;

    AccountLetterApi(AccountLetters letters) {
        this.letters = letters;
    }

    @GetMapping("/{id}")
    AccountLetters.Facts letter(@PathVariable UUID id) {
        return letters.facts(id)
                .orElseThrow(() -> new ShopProblem(HttpStatus.GONE, "outdated", "This letter would help nobody now."));
    }
}
