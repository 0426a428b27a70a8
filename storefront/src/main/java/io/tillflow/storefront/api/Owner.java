package io.tillflow.storefront.api;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountChanges;
import io.tillflow.storefront.accounts.Proven;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the password again before what could be misused; its tries count with those of signing in. */
@Component
class Owner {
    private final AccountChanges changes;
    private final Waits waits;

    Owner(AccountChanges changes, Waits waits) {
        this.changes = changes;
        this.waits = waits;
    }

    void prove(Account account, @Nullable String password) {
        switch (changes.prove(account, Objects.requireNonNullElse(password, ""))) {
            case Proven.Yes yes -> {}
            case Proven.No no -> throw ShopProblem.invalid("password", say("account.notYourPassword"));
            case Proven.Locked locked -> throw waits.until(locked.until());
        }
    }
}
