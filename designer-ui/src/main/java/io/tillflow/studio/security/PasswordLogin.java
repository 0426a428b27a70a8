package io.tillflow.studio.security;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks a name and password; unknown names cost the same time and are locked the same way. */
@Component
class PasswordLogin implements AuthenticationProvider {

    /** The name has to wait before its next try. */
    static final class Locked extends LockedException {
        private final Duration wait;

        Locked(Duration wait) {
            super("too many failed tries");
            this.wait = wait;
        }

        Duration waitFor() {
            return wait;
        }
    }

    private final Users users;
    private final LoginAttempts attempts;
    private final PasswordEncoder passwords;
    private final String nobody;

    PasswordLogin(Users users, LoginAttempts attempts, PasswordEncoder passwords) {
        this.users = users;
        this.attempts = attempts;
        this.passwords = passwords;
        this.nobody = passwords.encode("nobody's password");
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String name = given.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(given.getCredentials());
        try {
            refuseIfLocked(name);
            User user = check(name, password);
            attempts.succeeded(name);
            users.signedIn(name);
            return UsernamePasswordAuthenticationToken.authenticated(user.name(), null, Role.authorities(user.roles()));
        } catch (DataAccessException away) {
            throw new AuthenticationServiceException("the database is away", away);
        }
    }

    private void refuseIfLocked(String name) {
        Optional<Duration> wait = attempts.locked(name);
        if (wait.isPresent() || !attempts.begin(name)) {
            throw new Locked(wait.or(() -> attempts.locked(name)).orElse(LoginAttempts.FIRST_WAIT));
        }
    }

    private User check(String name, String password) {
        Optional<Users.Credentials> known = users.byName(name);
        boolean right = passwords.matches(
                password, known.map(Users.Credentials::passwordHash).orElse(nobody));
        return known.filter(credentials -> right && !credentials.user().disabled())
                .map(Users.Credentials::user)
                .orElseThrow(() -> attempts.locked(name)
                        .<RuntimeException>map(Locked::new)
                        .orElseGet(() -> new BadCredentialsException("wrong name or password")));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
