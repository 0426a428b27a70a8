package io.tillflow.storefront.accounts;

import io.tillflow.storefront.accounts.Accounts.Credentials;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets somebody in, or says as little as possible. */
@Service
public class SignIn {
    private static final String PASSWORDS = "password";
    private static final String CLIENTS = "sign-in from";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AccountSettings settings;

    SignIn(Accounts accounts, Passwords passwords, Sessions sessions, Throttle throttle, AccountSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.settings = settings;
    }

    /** What came of it. */
    public sealed interface Result {
        /** @param token what the browser keeps */
        record In(String token, Account account) implements Result {}

        /** The password is right; a code comes next. */
        record CodeNeeded(String token) implements Result {}

        /** Address and password do not belong together; which of them is wrong is not said. */
        record Wrong() implements Result {}

        /** Too many tries, also for an address that nobody has. */
        record Wait(Instant until) implements Result {}
    }

    public Result signIn(String email, String password, String client) {
        Optional<Instant> wait = throttle.hit(CLIENTS, client, settings.triesPerClient(), settings.lockOut())
                .or(() -> throttle.hit(PASSWORDS, email, settings.wrongPasswords(), settings.lockOut()));
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        Optional<Credentials> found = accounts.credentials(email);
        if (!passwords.fits(password, found.map(Credentials::password).orElse(null))) {
            return new Result.Wrong();
        }
        unlock(email);
        Account account = found.orElseThrow().account();
        return account.secondFactor()
                ? new Result.CodeNeeded(sessions.open(account.id(), true))
                : new Result.In(sessions.open(account.id(), false), account);
    }

    /** Whether this is the account's password; counts as a try. */
    Proven prove(Account account, String password) {
        Optional<Instant> wait =
                throttle.hit(PASSWORDS, account.email(), settings.wrongPasswords(), settings.lockOut());
        if (wait.isPresent()) {
            return new Proven.Locked(wait.get());
        }
        if (!passwords.fits(password, accounts.password(account.id()))) {
            return new Proven.No();
        }
        unlock(account.email());
        return new Proven.Yes();
    }

    void unlock(String email) {
        throttle.forget(PASSWORDS, email);
    }
}
