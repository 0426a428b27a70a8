package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.notices.Notice;
import io.tillflow.storefront.notices.Notices;
import io.tillflow.storefront.personal.Again;
import io.tillflow.storefront.personal.PersonalShelf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The personal parts of pages, each with its reason; empty for who did not agree and who is not known yet. */
@Component
public class PersonalRows {
    private static final int PICKED = 8;
    private static final int BECAUSE = 10;
    private static final int NAMED = 3;
    private static final int AGAIN = 4;
    private static final int IN_WEEKS = 21;

    private final Footprints footprints;
    private final Visitor visitor;
    private final PersonalShelf personal;
    private final Again again;
    private final Notices notices;
    private final Words words;
    private final Cards cards;

    PersonalRows(
            Footprints footprints,
            Visitor visitor,
            PersonalShelf personal,
            Again again,
            Notices notices,
            Words words,
            Cards cards) {
        this.footprints = footprints;
        this.visitor = visitor;
        this.personal = personal;
        this.again = again;
        this.notices = notices;
        this.words = words;
        this.cards = cards;
    }

    /**
     * What a page shows to one visitor.
     *
     * @param agreed whether they switched it on; they may still be too new to see anything
     * @param name what we call them; may be empty
     * @param because what they looked at, in words; empty when there is nothing personal to show
     * @param last the name of what they looked at last
     */
    public record Rows(
            boolean agreed, String name, String because, List<Card> picked, String last, List<Card> beside) {}

    /**
     * Something they may need again.
     *
     * @param why when they bought it last and how long it lasts
     */
    public record Needed(Item item, String price, String why) {}

    /** Only for who is signed in and agreed; without what is in the cart already. */
    List<Needed> again(HttpServletRequest request, Collection<String> inCart) {
        return RowTime.of(() -> visitor.account(request).filter(Account::personalisation).stream()
                .flatMap(account -> again.of(account, inCart, AGAIN).stream())
                .map(needed -> new Needed(
                        needed.item(), Money.text(needed.item().variant().price()), why(needed)))
                .toList());
    }

    /** What the shop told whoever is signed in. */
    List<Notice> told(HttpServletRequest request) {
        return visitor.account(request).map(notices::of).orElse(List.of());
    }

    private String why(Again.Needed needed) {
        int days = needed.lasts();
        String lasts = days < IN_WEEKS ? say("shop.days", days) : say("shop.weeks", Math.round(days / 7.0));
        return say("shop.againLast", words.longDay(needed.last()), lasts);
    }

    Rows of(HttpServletRequest request) {
        return RowTime.of(() -> rows(request));
    }

    private Rows rows(HttpServletRequest request) {
        Optional<UUID> who = footprints.agreed(request);
        String name = visitor.account(request).map(Account::name).orElse("");
        Optional<PersonalShelf.Picked> picked = who.flatMap(id -> personal.picked(id, PICKED));
        if (picked.isEmpty()) {
            return new Rows(who.isPresent(), name, "", List.of(), "", List.of());
        }
        Optional<PersonalShelf.Picked> beside = who.flatMap(id -> personal.becauseOfTheLast(id, BECAUSE));
        return new Rows(
                true,
                name,
                names(picked.get().because()),
                cards.of(request, picked.get().things()),
                picked.get().because().getFirst().name(),
                cards.of(request, beside.map(PersonalShelf.Picked::things).orElse(List.of())));
    }

    List<Product> sorted(HttpServletRequest request, List<Product> things) {
        return RowTime.of(() -> footprints
                .agreed(request)
                .map(who -> personal.sorted(who, things))
                .orElse(things));
    }

    /** "the Tarn table lamp, the Fjell mug and the Birk stool". */
    private static String names(List<Product> seen) {
        List<String> names = seen.stream().limit(NAMED).map(Product::name).toList();
        return names.size() == 1
                ? names.getFirst()
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "))
                        + say("words.and")
                        + names.getLast();
    }
}
