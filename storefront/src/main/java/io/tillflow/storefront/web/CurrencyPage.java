package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.money.Money;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody chooses the currency they pay in; a checkout that began keeps its own. */
@Controller
class CurrencyPage {
    private final ShopSettings settings;
    private final Tongue tongue;

    CurrencyPage(ShopSettings settings, Tongue tongue) {
        this.settings = settings;
        this.tongue = tongue;
    }

    @PostMapping("/currency")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "") String currency, @RequestParam(defaultValue = "/") String path) {
        String page = AccountEntry.local(path).equals(path) ? path : "/";
        ResponseCookie cookie = ResponseCookie.from(Tongue.CURRENCY, tongue.sells(currency) ? currency : Money.BASE)
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        return AccountEntry.to(page)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }
}
