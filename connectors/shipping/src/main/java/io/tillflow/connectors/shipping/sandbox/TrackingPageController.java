package io.tillflow.connectors.shipping.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a shopper follows a sandbox parcel. */
@RestController
public final class TrackingPageController {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "EEEE, d MMM, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ShipmentBook book;

    public TrackingPageController(ShipmentBook book) {
        this.book = book;
    }

    @GetMapping("/sandbox/track/{trackingNumber}")
    ResponseEntity<String> page(@PathVariable String trackingNumber) {
        return book.tracked(trackingNumber)
                .map(entry -> html(HttpStatus.OK, journey(entry)))
                .orElseGet(() -> html(HttpStatus.NOT_FOUND, """
                        <h1>No such parcel</h1>
                        <p class="quiet">No parcel has this number. The one in your e-mail does.</p>
                        """));
    }

    /** What a shopper prints and sticks on the parcel. */
    @GetMapping("/sandbox/label/{trackingNumber}")
    ResponseEntity<String> label(@PathVariable String trackingNumber) {
        return book.tracked(trackingNumber)
                .filter(entry -> entry.service().equals(ShipmentBook.RETURN))
                .map(entry -> html(HttpStatus.OK, label(entry)))
                .orElseGet(() -> html(HttpStatus.NOT_FOUND, """
                        <h1>No such label</h1>
                        <p class="quiet">No label has this number. The one in your e-mail does.</p>
                        """));
    }

    private static String label(ShipmentBook.Entry parcel) {
        return """
                <h1>Return label</h1>
                <p class="quiet">Print this page, stick it on the parcel and hand it in at any %s shop. Postage is paid.</p>
                <ol class="steps">
                <li><strong>From</strong> <span class="what">%s, %s</span></li>
                <li><strong>To</strong> <span class="what">Ullmere, Returns</span></li>
                <li><strong>Parcel number</strong> <span class="what">%s</span></li>
                <li><strong>Weight</strong> <span class="what">%d g</span></li>
                </ol>
                """.formatted(
                        escape(capitalised(parcel.carrier())),
                        escape(parcel.town()),
                        escape(parcel.country()),
                        escape(parcel.trackingNumber()),
                        parcel.weightGrams());
    }

    private static String journey(ShipmentBook.Entry parcel) {
        return """
                <h1>%s</h1>
                <p class="quiet">%s to %s, %s. Parcel number %s.</p>
                <ol class="steps">
                <li><strong>Handed over</strong> <span class="what">%s</span></li>
                %s
                </ol>
                """.formatted(
                        headline(parcel),
                        escape(capitalised(parcel.carrier())),
                        escape(parcel.town()),
                        escape(parcel.country()),
                        escape(parcel.trackingNumber()),
                        WHEN.format(parcel.createdAt()),
                        ending(parcel));
    }

    private static String headline(ShipmentBook.Entry parcel) {
        return switch (parcel.status()) {
            case IN_TRANSIT -> "On its way";
            case DELIVERED -> "Delivered";
            case LOST -> "Lost";
            case CANCELLED -> "Taken back";
        };
    }

    private static String ending(ShipmentBook.Entry parcel) {
        @Nullable Instant endedAt = parcel.endedAt();
        return endedAt == null
                ? "<li>On its way</li>"
                : "<li><strong>" + headline(parcel) + "</strong> <span class=\"what\">" + WHEN.format(endedAt)
                        + "</span></li>";
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static ResponseEntity<String> html(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(frame(body));
    }

    private static String frame(String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Parcel · Ullmere</title>
            <link rel="stylesheet" href="/sandbox/assets/pay.css">
            </head>
            <body>
            <header class="top"><span class="brand">Ullmere</span><span class="sandbox">Test parcel. Nothing moves.</span></header>
            <main>%s</main>
            </body>
            </html>
            """.formatted(body);
    }
}
