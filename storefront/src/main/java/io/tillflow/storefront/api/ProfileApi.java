package io.tillflow.storefront.api;

import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.pages.PageRack;
import io.tillflow.storefront.profile.Profiles;
import io.tillflow.storefront.profile.ShopProfile;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the shop says of itself: everybody and its letters read it, merchants write it. */
@RestController
@RequestMapping("/api/v1")
class ProfileApi {
    private final Profiles profiles;
    private final Shelf shelf;
    private final PageRack pages;

    ProfileApi(Profiles profiles, Shelf shelf, PageRack pages) {
        this.profiles = profiles;
        this.shelf = shelf;
        this.pages = pages;
    }

    record Change(int number, String author, Instant writtenAt) {}

    /**
     * As it is now.
     *
     * @param number its revision; 0 while nobody wrote one
     * @param open what must be filled in before real shoppers come
     * @param changes the newest first
     */
    record Whole(int number, ShopProfile profile, List<String> open, List<Change> changes) {}

    /** @param seen the revision its author knew */
    record Draft(
            @Nullable Integer seen,
            @Nullable ShopProfile profile,
            @Nullable String by) {}

    @GetMapping("/shop")
    ShopProfile shop() {
        return profiles.profile();
    }

    /** What stands on letters; no foot while nobody has said who runs the shop. */
    record Front(String name, List<String> foot) {}

    @GetMapping("/service/shop")
    Front front() {
        ShopProfile shop = profiles.profile();
        List<String> foot = profiles.latest().number() == 0
                ? List.of()
                : Stream.of(
                                shop.tagline().isBlank() ? shop.name() : shop.name() + ". " + shop.tagline(),
                                String.join(", ", shop.company().lines()),
                                shop.contact().email(),
                                shop.tax().register(),
                                shop.tax().vatId())
                        .filter(line -> !line.isBlank())
                        .toList();
        return new Front(shop.name(), foot);
    }

    @GetMapping("/admin/profile")
    Whole profile() {
        Profiles.Revision latest = profiles.latest();
        List<Change> changes = profiles.revisions().stream()
                .filter(it -> it.number() > 0)
                .map(it -> new Change(it.number(), it.author(), it.writtenAt()))
                .toList();
        return new Whole(latest.number(), latest.profile(), latest.profile().open(), changes);
    }

    @PutMapping("/admin/profile")
    Whole write(@RequestBody Draft draft) {
        ShopProfile profile = draft.profile();
        if (profile == null || draft.seen() == null) {
            throw ShopProblem.needed("profile, seen");
        }
        try {
            // none is ever taken away, so whoever names none means those there are
            ShopProfile whole = profile.currencies().isEmpty() ? profile.in(profiles.others()) : profile;
            profiles.write(draft.seen(), whole, draft.by() == null || draft.by().isBlank() ? "staff" : draft.by());
        } catch (Profiles.Outdated outdated) {
            throw new ShopProblem(
                    HttpStatus.CONFLICT,
                    "outdated",
                    "Somebody else changed the settings meanwhile. Look at them first.");
        } catch (IllegalArgumentException unfit) {
            throw ShopProblem.invalid("currencies", String.valueOf(unfit.getMessage()));
        }
        profiles.reload();
        shelf.reload();
        pages.reload();
        return profile();
    }

    /** A record says itself what is wrong with a value. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return ShopProblem.unreadable(unreadable);
    }
}
