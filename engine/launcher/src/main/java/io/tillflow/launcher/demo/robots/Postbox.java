package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.suite.Pause;
import io.tillflow.launcher.demo.suite.Providers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A shopper's e-mail, and the links in it. */
public final class Postbox {
    private static final Pattern PAYMENT_LINK = Pattern.compile("https?://[^\\s\"'<>]*(/sandbox/pay/[\\w-]+)");
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Providers providers;
    private final Map<String, String> read = new ConcurrentHashMap<>();

    public Postbox(Providers providers) {
        this.providers = providers;
    }

    /** Waits for a letter with a link to pay that was not used yet. */
    Optional<String> paymentLink(String email, Set<String> used, Duration patience) {
        return Pause.until(patience, GLANCE, () -> unusedLink(email, used));
    }

    /** A link to pay that was not used yet, if such a letter is there. */
    Optional<String> unusedLink(String email, Set<String> used) {
        return providers.mails(email).stream()
                .flatMap(mail -> links(read.computeIfAbsent(mail.id(), providers::mailBody)))
                .filter(link -> used.stream().noneMatch(known -> known.endsWith(link)))
                .findFirst();
    }

    private static Stream<String> links(String letter) {
        return PAYMENT_LINK.matcher(letter).results().map(link -> link.group(1));
    }
}
