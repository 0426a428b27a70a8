package io.tillflow.connectors.shipping.sandbox;

import io.tillflow.connectors.provider.sandbox.PageWords;
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
    private static final DateTimeFormatter WHEN_GERMAN = DateTimeFormatter.ofPattern(
                    "EEEE, d. MMM, HH:mm 'UTC'", Locale.GERMAN)
            .withZone(ZoneOffset.UTC);

    private final ShipmentBook book;

    public TrackingPageController(ShipmentBook book) {
        this.book = book;
    }

    @GetMapping("/sandbox/track/{trackingNumber}")
    ResponseEntity<String> page(@PathVariable String trackingNumber, Locale language) {
        PageWords words = words(language);
        return book.tracked(trackingNumber)
                .map(entry -> html(HttpStatus.OK, words, journey(words, entry)))
                .orElseGet(() -> missing(words, "unknown"));
    }

    /** What a shopper prints and sticks on the parcel. */
    @GetMapping("/sandbox/label/{trackingNumber}")
    ResponseEntity<String> label(@PathVariable String trackingNumber, Locale language) {
        PageWords words = words(language);
        return book.tracked(trackingNumber)
                .filter(entry -> entry.service().equals(ShipmentBook.RETURN))
                .map(entry -> html(HttpStatus.OK, words, label(words, entry)))
                .orElseGet(() -> missing(words, "no-label"));
    }

    private static PageWords words(Locale language) {
        return new PageWords("sandbox/parcel", language);
    }

    private static ResponseEntity<String> missing(PageWords words, String what) {
        return html(HttpStatus.NOT_FOUND, words, """
                <h1>%s</h1>
                <p class="quiet">%s</p>
                """.formatted(words.text(what), words.text(what + ".what")));
    }

    private static String label(PageWords words, ShipmentBook.Entry parcel) {
        return """
                <h1>%s</h1>
                <p class="quiet">%s</p>
                <ol class="steps">
                %s%s%s%s</ol>
                """.formatted(
                        words.text("label"),
                        words.text("label.what", capitalised(parcel.carrier())),
                        line(words.text("from"), escape(parcel.town() + ", " + parcel.country())),
                        line(words.text("to"), words.text("returns")),
                        line(words.text("number"), escape(parcel.trackingNumber())),
                        line(words.text("weight"), parcel.weightGrams() + " g"));
    }

    private static String line(String what, String value) {
        return "<li><strong>" + what + "</strong> <span class=\"what\">" + value + "</span></li>\n";
    }

    private static String journey(PageWords words, ShipmentBook.Entry parcel) {
        String headline = words.text(parcel.status().name());
        @Nullable Instant endedAt = parcel.endedAt();
        return """
                <h1>%s</h1>
                <p class="quiet">%s</p>
                <ol class="steps">
                %s%s
                </ol>
                """.formatted(
                headline,
                words.text(
                        "journey",
                        capitalised(parcel.carrier()),
                        parcel.town(),
                        parcel.country(),
                        parcel.trackingNumber()),
                line(words.text("handed-over"), when(words, parcel.createdAt())),
                endedAt == null ? "<li>" + words.text("IN_TRANSIT") + "</li>" : line(headline, when(words, endedAt)));
    }

    private static String when(PageWords words, Instant instant) {
        return (words.language().equals(Locale.GERMAN) ? WHEN_GERMAN : WHEN).format(instant);
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

    private static ResponseEntity<String> html(HttpStatus status, PageWords words, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(frame(words, body));
    }

    private static String frame(PageWords words, String body) {
        return """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s · Ullmere</title>
            <link rel="stylesheet" href="/sandbox/assets/pay.css">
            </head>
            <body>
            <header class="top"><span class="brand">Ullmere</span><span class="sandbox">%s</span></header>
            <main>%s</main>
            </body>
            </html>
            """.formatted(words.language().getLanguage(), words.text("parcel"), words.text("test"), body);
    }
}
