package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.provider.sandbox.PageWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hosted page's HTML, in the language of the page that the shopper goes back to. */
final class PayPage {
    /** What the shopper tells the bank to refuse the payment. */
    static final String REFUSED = "refused";

    private PayPage() {}

    static PageWords words(Locale language) {
        return new PageWords("sandbox/pay", language);
    }

    private static PageWords words(Payment payment) {
        return words(PageWords.of(payment.returnUrl()));
    }

    static String form(Payment payment, @Nullable CardNumber refused) {
        PageWords words = words(payment);
        String action = "/sandbox/pay/" + escape(payment.id());
        String error = refused == null
                ? ""
                : "<p class=\"error\" id=\"card-error\" role=\"alert\">" + refused.problem(words) + "</p>";
        String marks = refused == null ? "" : " aria-invalid=\"true\" aria-describedby=\"card-error\"";
        String pay = words.text("pay", payment.amount().text(words.language()));
        return frame(words, pay, """
                <h1>%s</h1>
                <p class="quiet">%s</p>%s
                <form method="post" action="%s" class="card" novalidate>
                  <label for="cardNumber">%s</label>
                  <input id="cardNumber" name="cardNumber" inputmode="numeric" autocomplete="off" autofocus
                         maxlength="40" placeholder="4242 4242 4242 4242" value="%s"%s>
                  %s
                  <button class="primary">%s</button>
                </form>
                <h2>%s</h2>
                <p class="quiet">%s</p>
                <ul class="cards">
                %s
                </ul>
                <p><a href="%s">%s</a></p>
                """.formatted(
                        pay,
                        words.text("held"),
                        declined(payment, words),
                        action,
                        words.text("number"),
                        refused == null ? "" : escape(refused.typed()),
                        marks,
                        error,
                        pay,
                        words.text("cards"),
                        words.text("each"),
                        cards(words, action),
                        escape(payment.returnUrl()),
                        words.text("back-unpaid")));
    }

    /** What became of the card before, whose page takes another one. */
    private static String declined(Payment payment, PageWords words) {
        return payment.status() == PaymentStatus.DECLINED
                ? "<p class=\"error\" role=\"alert\">" + words.text("declined", reason(payment, words)) + "</p>"
                : "";
    }

    private static String reason(Payment payment, PageWords words) {
        DeclineReason why = payment.declineReason();
        return words.text(why == null ? "reason" : "reason." + why);
    }

    private static String cards(PageWords words, String action) {
        return Arrays.stream(TestCard.values())
                .map(card -> """
                        <li><form method="post" action="%s"><input type="hidden" name="cardNumber" value="%s">
                        <button><span class="number">%s</span> <strong>%s</strong> <span class="what">%s</span></button></form></li>
                        """.formatted(
                                action,
                                card.number(),
                                card.printed(),
                                words.text("card." + card),
                                words.text("card." + card + ".what")))
                .collect(Collectors.joining());
    }

    /** What a bank asks before it approves (3-D Secure); the payment stays open until it is answered. */
    static String bankAsks(Payment payment) {
        PageWords words = words(payment);
        String form = """
                <form method="post" action="/sandbox/pay/%s"><input type="hidden" name="cardNumber" value="%s">
                <input type="hidden" name="bank" value="%s"><button class="primary">%s</button></form>
                """;
        String id = escape(payment.id());
        String card = TestCard.BANK_ASKS.number();
        return frame(words, words.text("bank"), """
                <h1>%s</h1>
                <p class="quiet">%s</p>
                %s%s
                """.formatted(
                        words.text("bank"),
                        words.text("bank.what", payment.amount().text(words.language())),
                        form.formatted(id, card, "confirmed", words.text("bank.confirm")),
                        form.formatted(id, card, REFUSED, words.text("bank.refuse"))));
    }

    static String settled(Payment payment) {
        PageWords words = words(payment);
        String what =
                words.text(payment.status() + ".what", payment.amount().text(words.language()), reason(payment, words));
        return frame(words, words.text("payment"), """
                <h1>%s</h1>
                <p class="quiet">%s</p>
                <p><a class="primary" href="%s">%s</a></p>
                """.formatted(
                        words.text(payment.status().name()), what, escape(payment.returnUrl()), words.text("back")));
    }

    static String unknown(Locale language) {
        PageWords words = words(language);
        return frame(words, words.text("unknown"), """
                <h1>%s</h1>
                <p class="quiet">%s</p>
                <p><a class="primary" href="/">%s</a></p>
                """.formatted(
                        words.text("unknown"), words.text("unknown.what"), words.text("shop")));
    }

    private static String frame(PageWords words, String title, String body) {
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
            <header class="top">
              <span class="brand"><svg aria-hidden="true" viewBox="0 0 26 22" width="26" height="22"><circle cx="14" cy="9" r="8" fill="#F2B84B"/>\
            <path d="M1 14c3-3 5-3 8 0s5 3 8 0 5-3 8 0v4c-3-3-5-3-8 0s-5 3-8 0-5-3-8 0z" fill="#2340C4"/></svg> Ullmere</span>
              <span class="sandbox">%s</span>
            </header>
            <main>
            %s
            </main>
            </body>
            </html>
            """.formatted(words.language().getLanguage(), title, words.text("test"), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
