package io.tillflow.storefront.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.tillflow.storefront.profile.Profiles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A code of six digits from somebody's own device (TOTP), or one of the codes kept for the day it is lost. */
@Service
public class SecondFactor {
    private static final int SPARE = 8;
    private static final int SECRET_BYTES = 20;
    private static final int SPARE_BYTES = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AccountSettings settings;
    private final Profiles profiles;
    private final Clock clock;
    private final Base32 base32 = new Base32();
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    SecondFactor(
            JdbcClient jdbc,
            Sessions sessions,
            Throttle throttle,
            AccountSettings settings,
            Profiles profiles,
            Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.throttle = throttle;
        this.settings = settings;
        this.profiles = profiles;
        this.clock = clock;
    }

    public String newSecret() {
        return random(SECRET_BYTES);
    }

    private String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return base32.encodeToString(random).replace("=", "");
    }

    /** What a device reads from the picture. */
    public String uri(Account account, String secret) {
        String shop = URLEncoder.encode(profiles.profile().name(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "otpauth://totp/" + shop + ":" + URLEncoder.encode(account.email(), StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=" + shop;
    }

    /** Switches it on if the device shows the right code; answers the spare codes, which are never shown again. */
    @Transactional
    public Optional<List<String>> switchOn(Account account, String secret, String code) {
        boolean usable = secret.matches("[A-Z2-7]{32}");
        OptionalLong step = usable ? step(secret, code, 0) : OptionalLong.empty();
        if (step.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("update account set totp_secret = :secret, totp_used = :step where id = :id")
                .param("secret", secret)
                .param("step", step.getAsLong())
                .param("id", account.id())
                .update();
        return Optional.of(spares(account.id()));
    }

    /** Spare codes in place of those that were handed out before; nothing while it is off. */
    @Transactional
    public Optional<List<String>> newSpares(Account account) {
        return jdbc.sql("select id from account where id = :id and totp_secret is not null for update")
                .param("id", account.id())
                .query(UUID.class)
                .optional()
                .map(this::spares);
    }

    private List<String> spares(UUID account) {
        forgetSpares(account);
        List<String> spares = Stream.generate(() -> random(SPARE_BYTES).toLowerCase(Locale.ROOT))
                .limit(SPARE)
                .toList();
        spares.forEach(spare -> jdbc.sql("insert into account_code (account_id, digest) values (:id, :digest)")
                .param("id", account)
                .param("digest", Digest.of(spare))
                .update());
        return spares;
    }

    @Transactional
    public void switchOff(Account account) {
        jdbc.sql("update account set totp_secret = null where id = :id")
                .param("id", account.id())
                .update();
        forgetSpares(account.id());
    }

    private void forgetSpares(UUID account) {
        jdbc.sql("delete from account_code where account_id = :id")
                .param("id", account)
                .update();
    }

    /** The second half of signing in. A code works once, and few tries are allowed. */
    @Transactional
    public SignIn.Result enter(String pending, String code) {
        Optional<Account> account = sessions.pending(pending);
        if (account.isEmpty()) {
            return new SignIn.Result.Wrong();
        }
        UUID id = account.get().id();
        Optional<Instant> wait = throttle.hit("code", id.toString(), settings.wrongPasswords(), settings.lockOut());
        if (wait.isPresent()) {
            return new SignIn.Result.Wait(wait.get());
        }
        if (!right(id, code.replace(" ", "").replace("-", "").toLowerCase(Locale.ROOT))) {
            return new SignIn.Result.Wrong();
        }
        throttle.forget("code", id.toString());
        sessions.end(pending);
        return new SignIn.Result.In(sessions.open(id, false), account.get());
    }

    public boolean pending(String token) {
        return sessions.pending(token).isPresent();
    }

    private record Kept(@Nullable String secret, long used) {}

    private boolean right(UUID account, String code) {
        if (!code.matches("[0-9]{6}")) {
            return jdbc.sql("delete from account_code where account_id = :id and digest = :digest")
                            .param("id", account)
                            .param("digest", Digest.of(code))
                            .update()
                    == 1;
        }
        Kept kept = jdbc.sql("select totp_secret, totp_used from account where id = :id for update")
                .param("id", account)
                .query((row, n) -> new Kept(row.getString("totp_secret"), row.getLong("totp_used")))
                .single();
        if (kept.secret() == null) {
            return false;
        }
        OptionalLong step = step(kept.secret(), code, kept.used());
        step.ifPresent(used -> jdbc.sql("update account set totp_used = :step where id = :id")
                .param("step", used)
                .param("id", account)
                .update());
        return step.isPresent();
    }

    /** The step of time whose code this is: now, the one before or the one after, and later than the last one used. */
    private OptionalLong step(String secret, String code, long after) {
        SecretKeySpec key = new SecretKeySpec(base32.decode(secret), generator.getAlgorithm());
        long seconds = generator.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / seconds;
        return LongStream.rangeClosed(now - 1, now + 1)
                .filter(step -> step > after
                        && code(key, Instant.ofEpochSecond(step * seconds)).equals(code))
                .findFirst();
    }

    private String code(SecretKeySpec key, Instant at) {
        try {
            return generator.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("expected a usable secret", e);
        }
    }
}
