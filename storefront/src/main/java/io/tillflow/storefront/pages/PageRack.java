package io.tillflow.storefront.pages;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.money.OtherCurrency;
import io.tillflow.storefront.profile.Profiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The pages that are shown, ready to be read, as of a moment ago. */
@Component
public class PageRack {
    private static final Logger log = LoggerFactory.getLogger(PageRack.class);

    private final Pages pages;
    private final PageBlanks blanks;
    private final Profiles profiles;
    private volatile Map<Asking, Map<String, ShownPage>> shown;
    private volatile String edition = "";

    /** Pages name amounts, too. */
    private record Asking(Language language, String currency) {}

    PageRack(Pages pages, PageBlanks blanks, Profiles profiles) {
        this.pages = pages;
        this.blanks = blanks;
        this.profiles = profiles;
        this.shown = laidOut(List.of());
    }

    /** In the language of the request; one that is not translated is shown as it is. */
    public Optional<ShownPage> page(String name) {
        return Optional.ofNullable(of(Language.current()).get(name));
    }

    /** Those the shop comes with first. */
    public List<ShownPage> all() {
        return List.copyOf(of(Language.current()).values());
    }

    private Map<String, ShownPage> of(Language language) {
        return shown.getOrDefault(new Asking(language, Money.currency()), Map.of());
    }

    /** How a text would look. */
    public ShownPage look(PageText text) {
        String filled = blanks.filled(text.body(), text.language());
        List<String> open = Markdown.OPEN
                .matcher(filled)
                .results()
                .map(found -> found.group(1))
                .toList();
        return new ShownPage(text, Markdown.html(filled, text.language()), Markdown.plain(filled), open);
    }

    /**
     * Throws where a text cannot be laid out as a page.
     *
     * @throws IllegalArgumentException says what to do
     */
    public void check(String body, Language language) {
        Markdown.check(blanks.filled(body, language));
    }

    public List<String> blanks() {
        return blanks.names();
    }

    /** Names in double braces that the shop does not know. */
    public List<String> unknownBlanks(String body) {
        return blanks.unknownIn(body);
    }

    public synchronized void reload() {
        edition = edition();
        shown = laidOut(pages.shown());
    }

    @Scheduled(fixedDelayString = "${shop.pages-refresh:5s}")
    void refresh() {
        try {
            if (!edition.equals(edition())) {
                reload();
            }
        } catch (DataAccessException away) {
            // what was read last stays
        }
    }

    /** What the shop says of itself stands on pages, too. */
    private String edition() {
        return pages.edition() + " " + profiles.latest().number();
    }

    private Map<Asking, Map<String, ShownPage>> laidOut(List<PageText> chosen) {
        Map<Asking, Map<String, ShownPage>> fresh = new HashMap<>();
        Stream.concat(Stream.of(Money.BASE), profiles.others().stream().map(OtherCurrency::code))
                .forEach(currency -> fresh.putAll(Money.in(currency, () -> laidOutIn(currency, chosen))));
        return fresh;
    }

    private Map<Asking, Map<String, ShownPage>> laidOutIn(String currency, List<PageText> chosen) {
        Map<Asking, Map<String, ShownPage>> fresh = new HashMap<>();
        for (Language language : Language.values()) {
            Map<String, ShownPage> rack = new LinkedHashMap<>();
            ShippedPages.NAMES.forEach(
                    name -> ShippedPages.of(name, language).ifPresent(text -> rack.put(name, look(text))));
            chosen.stream()
                    .filter(text -> text.language() != language && !Pages.shipped(text.page()))
                    .forEach(text -> lay(rack, text));
            chosen.stream().filter(text -> text.language() == language).forEach(text -> lay(rack, text));
            fresh.put(new Asking(language, currency), rack);
        }
        return fresh;
    }

    /** One that fails leaves the others readable. */
    private void lay(Map<String, ShownPage> rack, PageText text) {
        try {
            rack.put(text.page(), look(text));
        } catch (RuntimeException | StackOverflowError broken) {
            log.error("the page “{}” in {} cannot be laid out", text.page(), text.language(), broken);
        }
    }
}
