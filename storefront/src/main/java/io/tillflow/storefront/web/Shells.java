package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.money.OtherCurrency;
import io.tillflow.storefront.pages.PageRack;
import io.tillflow.storefront.pictures.Logos;
import io.tillflow.storefront.profile.Profiles;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts the shell together. */
@Component
class Shells {
    private final Shelf shelf;
    private final Carts carts;
    private final Assets assets;
    private final ShopSettings settings;
    private final Visitor visitor;
    private final PageRack pages;
    private final Profiles profiles;
    private final Logos logos;
    private final Tongue tongue;
    private final Clock clock;

    Shells(
            Shelf shelf,
            Carts carts,
            Assets assets,
            ShopSettings settings,
            Visitor visitor,
            PageRack pages,
            Profiles profiles,
            Logos logos,
            Tongue tongue,
            Clock clock) {
        this.shelf = shelf;
        this.carts = carts;
        this.assets = assets;
        this.settings = settings;
        this.visitor = visitor;
        this.pages = pages;
        this.profiles = profiles;
        this.logos = logos;
        this.tongue = tongue;
        this.clock = clock;
    }

    Shell of(HttpServletRequest request, String title) {
        Language language = Tongue.language(request);
        int count = CartCookie.read(request).map(this::count).orElse(0);
        return new Shell(
                title,
                shelf.categories(),
                count,
                null,
                "",
                true,
                assets,
                Meta.of(settings.publicUrl(""), request.getRequestURI(), language),
                language,
                here(request),
                visitor.account(request).isPresent(),
                pages.all(),
                profiles.profile(),
                logos.now().orElse(null),
                currencies(),
                Money.currency(),
                clock.millis());
    }

    private List<String> currencies() {
        List<String> others = profiles.others().stream()
                .map(OtherCurrency::code)
                .filter(tongue::sells)
                .toList();
        return others.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(Money.BASE), others.stream()).toList();
    }

    /**
     * Where the language can be changed, empty where a form was answered or nothing is. A kind of thing has another name in
     * each language and is left out.
     */
    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return "";
        }
        String query = request.getQueryString() == null
                ? ""
                : Arrays.stream(request.getQueryString().split("&"))
                        .filter(it -> !it.startsWith("kind="))
                        .collect(Collectors.joining("&"));
        return request.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }

    /** The shelves can be looked at while the database is away; then the number on the bag is missing. */
    private int count(java.util.UUID cart) {
        try {
            return carts.count(cart);
        } catch (DataAccessException away) {
            return 0;
        }
    }
}
