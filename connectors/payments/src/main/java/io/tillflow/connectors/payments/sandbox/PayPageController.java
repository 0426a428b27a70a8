package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.Payment;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sandbox's hosted card page: works without script, keeps no card number. */
@RestController
public final class PayPageController {
    private static final Map<String, MediaType> ASSETS = Map.of(
            "pay.css", MediaType.valueOf("text/css;charset=UTF-8"),
            "bricolage.woff2", MediaType.valueOf("font/woff2"),
            "figtree.woff2", MediaType.valueOf("font/woff2"));

    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final PaymentDesk desk;

    public PayPageController(PaymentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/sandbox/pay/{paymentId}")
    ResponseEntity<String> page(@PathVariable String paymentId, Locale language) {
        return desk.find(paymentId)
                .map(payment -> desk.takesCards(paymentId)
                        ? html(HttpStatus.OK, PayPage.form(payment, null))
                        : html(HttpStatus.OK, PayPage.settled(payment)))
                .orElseGet(() -> html(HttpStatus.NOT_FOUND, PayPage.unknown(language)));
    }

    @PostMapping("/sandbox/pay/{paymentId}")
    ResponseEntity<String> pay(
            @PathVariable String paymentId,
            @RequestParam(defaultValue = "") String cardNumber,
            @RequestParam(defaultValue = "") String bank,
            Locale language) {
        Optional<Payment> known = desk.find(paymentId);
        if (known.isEmpty()) {
            return html(HttpStatus.NOT_FOUND, PayPage.unknown(language));
        }
        CardNumber typed = new CardNumber(cardNumber);
        Optional<TestCard> card = TestCard.numbered(typed.digits());
        boolean open = desk.takesCards(paymentId);
        if (card.isEmpty() && open) {
            return html(HttpStatus.UNPROCESSABLE_CONTENT, PayPage.form(known.get(), typed));
        }
        boolean asked = card.filter(TestCard.BANK_ASKS::equals).isPresent() && open;
        if (asked && bank.isEmpty()) {
            return html(HttpStatus.OK, PayPage.bankAsks(known.get()));
        }
        Optional<TestCard> said = asked && bank.equals(PayPage.REFUSED) ? Optional.of(TestCard.DECLINED) : card;
        Payment payment = said.map(c -> desk.pay(paymentId, c)).orElse(known.get());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(payment.returnUrl()))
                .build();
    }

    @GetMapping("/sandbox/assets/{name}")
    ResponseEntity<Resource> asset(@PathVariable String name) {
        @Nullable MediaType type = ASSETS.get(name);
        if (type == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(new ClassPathResource("sandbox/assets/" + name));
    }

    private static ResponseEntity<String> html(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(body);
    }
}
