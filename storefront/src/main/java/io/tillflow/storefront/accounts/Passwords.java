package io.tillflow.storefront.accounts;

import static io.tillflow.storefront.language.Texts.say;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords as Argon2id digests. An address nobody has costs as long to refuse as a wrong password. */
@Component
public class Passwords {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;
    private static final int DIFFERENT = 5;

    private static final Set<String> FIRST_GUESSES = Set.of(
            "1234567890",
            "0123456789",
            "password123",
            "password1234",
            "passwort123",
            "qwertyuiop",
            "qwertzuiop",
            "iloveyou123",
            "1q2w3e4r5t",
            "letmein1234",
            "administrator",
            "willkommen",
            "sommer2026",
            "winter2026");

    /** Each digest takes 16 MB for a moment; a flood of guesses must not take all there is. */
    private final Semaphore room = new Semaphore(4);

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodys = encoder.encode("nobody has this one");

    /** Why this is no good password, in words for whoever typed it. */
    public Optional<String> problem(String typed, String email) {
        String small = typed.toLowerCase(Locale.ROOT);
        if (typed.length() < SHORTEST) {
            return Optional.of(say("account.shortPassword", SHORTEST));
        }
        if (typed.length() > LONGEST) {
            return Optional.of(say("words.atMostCharacters", LONGEST));
        }
        int named = email.indexOf('@');
        boolean hardlyMore =
                small.contains(email.substring(0, Math.max(1, named))) && typed.length() < SHORTEST + named;
        boolean plain =
                FIRST_GUESSES.contains(small) || small.chars().distinct().count() < DIFFERENT || hardlyMore;
        return plain ? Optional.of(say("account.guessable")) : Optional.empty();
    }

    String digest(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** @param digest null for an address nobody has: never right */
    boolean fits(String password, @Nullable String digest) {
        String typed = password.substring(0, Math.min(password.length(), LONGEST + 1));
        return inTurn(() -> encoder.matches(typed, digest == null ? nobodys : digest)) && digest != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
