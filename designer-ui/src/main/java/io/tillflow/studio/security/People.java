package io.tillflow.studio.security;

import io.tillflow.studio.audit.Audit;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who may sign in. Passwords that an administrator hands out are good for one sign-in only. */
@Service
public class People {
    /** The shortest password a person may choose. */
    public static final int SHORTEST_PASSWORD = 10;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int HANDED_OUT = 16;
    private static final String NAME = "[a-z0-9][a-z0-9._@-]{1,62}";

    /** Why a change was not made. */
    public enum Refusal {
        UNKNOWN,
        NAME_INVALID,
        NAME_TAKEN,
        NO_ROLE,
        LAST_ADMIN,
        WRONG_PASSWORD,
        PASSWORD_SHORT,
        PASSWORD_IS_NAME
    }

    /** A change was refused; nothing was written. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Refusal why;

        Refused(Refusal why) {
            super(why.name());
            this.why = why;
        }

        public Refusal why() {
            return why;
        }
    }

    private final Users users;
    private final LoginAttempts attempts;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    People(Users users, LoginAttempts attempts, PasswordEncoder passwords, Audit audit) {
        this.users = users;
        this.attempts = attempts;
        this.passwords = passwords;
        this.audit = audit;
    }

    public List<User> all() {
        return users.all();
    }

    public User one(String name) {
        return users.byName(name).map(Users.Credentials::user).orElseThrow(() -> new Refused(Refusal.UNKNOWN));
    }

    /** How a name is kept, whatever was typed. */
    public static String known(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public boolean mustChangePassword(String name) {
        return users.byName(name).map(it -> it.user().mustChangePassword()).orElse(false);
    }

    /** Adds a person and returns the password for the first sign-in. */
    @Transactional
    public String add(String name, Collection<Role> roles) {
        String wanted = known(name);
        if (!wanted.matches(NAME)) {
            throw new Refused(Refusal.NAME_INVALID);
        }
        if (roles.isEmpty()) {
            throw new Refused(Refusal.NO_ROLE);
        }
        String password = handOut();
        if (!users.add(wanted, passwords.encode(password), roles, true)) {
            throw new Refused(Refusal.NAME_TAKEN);
        }
        audit.record("user.added", "user/" + wanted, null, Map.of("roles", names(roles)));
        return password;
    }

    /** Gives a person a new password for one sign-in and lifts a lock. */
    @Transactional
    public String resetPassword(String name) {
        one(name);
        String password = handOut();
        users.setPassword(name, passwords.encode(password), true);
        attempts.succeeded(name);
        audit.record("user.password-reset", "user/" + name, null, null);
        return password;
    }

    @Transactional
    public void setRoles(String name, Collection<Role> roles) {
        if (roles.isEmpty()) {
            throw new Refused(Refusal.NO_ROLE);
        }
        User before = one(name);
        users.lockEnabledAdmins();
        users.setRoles(name, roles);
        refuseWithoutAdmin();
        audit.record(
                "user.roles-changed",
                "user/" + name,
                Map.of("roles", names(before.roles())),
                Map.of("roles", names(roles)));
    }

    @Transactional
    public void setDisabled(String name, boolean disabled) {
        one(name);
        users.lockEnabledAdmins();
        users.setDisabled(name, disabled);
        refuseWithoutAdmin();
        audit.record(disabled ? "user.disabled" : "user.enabled", "user/" + name, null, null);
    }

    /** A person chooses a password; the old one proves that it is them. */
    @Transactional
    public void changePassword(String name, String old, String chosen) {
        Users.Credentials known = users.byName(name).orElseThrow(() -> new Refused(Refusal.WRONG_PASSWORD));
        if (!passwords.matches(old, known.passwordHash())) {
            throw new Refused(Refusal.WRONG_PASSWORD);
        }
        if (chosen.length() < SHORTEST_PASSWORD) {
            throw new Refused(Refusal.PASSWORD_SHORT);
        }
        if (chosen.toLowerCase(Locale.ROOT).contains(name) || chosen.equals(old)) {
            throw new Refused(Refusal.PASSWORD_IS_NAME);
        }
        users.setPassword(name, passwords.encode(chosen), false);
        audit.record("user.password-changed", "user/" + name, null, null);
    }

    private void refuseWithoutAdmin() {
        if (users.lockEnabledAdmins() == 0) {
            throw new Refused(Refusal.LAST_ADMIN);
        }
    }

    private static Set<String> names(Collection<Role> roles) {
        return Set.of(Users.names(roles));
    }

    private String handOut() {
        StringBuilder password = new StringBuilder(HANDED_OUT);
        for (int i = 0; i < HANDED_OUT; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
