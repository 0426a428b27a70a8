package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.language.Language;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody chooses their language, which the front door then remembers. */
@Controller
class LanguagePage {
    private final ShopSettings settings;

    LanguagePage(ShopSettings settings) {
        this.settings = settings;
    }

    @PostMapping("/language")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "/") String path) {
        Language chosen = Language.of(language).orElse(Language.EN);
        String page = AccountEntry.local(path).equals(path) ? path : "/";
        ResponseCookie cookie = ResponseCookie.from(Speaking.CHOSEN, chosen.code())
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        return AccountEntry.to(chosen.path(page))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }
}
