package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hosted page's HTML. */
final class PayPage {
    private PayPage() {}

    static String form(Payment payment, @Nullable CardNumber refused) {
        String action = "/sandbox/pay/" + escape(payment.id());
        String error = refused == null
                ? ""
                : "<p class=\"error\" id=\"card-error\" role=\"alert\">" + escape(refused.problem()) + "</p>";
        String marks = refused == null ? "" : " aria-invalid=\"true\" aria-describedby=\"card-error\"";
        return frame("Pay " + payment.amount().text(), """
                <h1>Pay %s</h1>
                <p class="quiet">The amount is held now and taken when your parcel leaves.</p>
                <form method="post" action="%s" class="card" novalidate>
                  <label for="cardNumber">Card number</label>
                  <input id="cardNumber" name="cardNumber" inputmode="numeric" autocomplete="off" autofocus
                         maxlength="40" placeholder="4242 4242 4242 4242" value="%s"%s>
                  %s
                  <button class="primary">Pay %s</button>
                </form>
                <h2>Cards that work here</h2>
                <p class="quiet">Each makes one thing happen. Type its number, or press it.</p>
                <ul class="cards">
                %s
                </ul>
                <p><a href="%s">Back to the shop without paying</a></p>
                """.formatted(
                        escape(payment.amount().text()),
                        action,
                        refused == null ? "" : escape(refused.typed()),
                        marks,
                        error,
                        escape(payment.amount().text()),
                        cards(action),
                        escape(payment.returnUrl())));
    }

    private static String cards(String action) {
        return Arrays.stream(TestCard.values())
                .map(card -> """
                        <li><form method="post" action="%s"><input type="hidden" name="cardNumber" value="%s">
                        <button><span class="number">%s</span> <strong>%s</strong> <span class="what">%s</span></button></form></li>
                        """.formatted(
                        action, card.number(), card.printed(), escape(card.title()), escape(card.explanation())))
                .collect(Collectors.joining());
    }

    static String settled(Payment payment) {
        return frame(
                "Payment", """
                <h1>%s</h1>
                <p class="quiet">%s</p>
                <p><a class="primary" href="%s">Back to your order</a></p>
                """.formatted(headline(payment), escape(sentence(payment)), escape(payment.returnUrl())));
    }

    private static String headline(Payment payment) {
        return switch (payment.status()) {
            case OPEN -> "Pay";
            case AUTHORISED, CAPTURED -> "Paid";
            case DECLINED -> "Not paid";
            case EXPIRED, VOIDED -> "This link has ended";
        };
    }

    private static String sentence(Payment payment) {
        String amount = payment.amount().text();
        return switch (payment.status()) {
            case OPEN -> amount + " is to be paid.";
            case AUTHORISED -> amount + " is held and will be taken when your parcel leaves.";
            case CAPTURED -> amount + " was paid.";
            case DECLINED -> {
                DeclineReason reason = payment.declineReason();
                yield "Nothing was charged: " + (reason == null ? "the bank said no" : reason.text())
                        + ". We write to you with a new link.";
            }
            case EXPIRED, VOIDED ->
                "Nothing is held on your card for it. If your order still waits, a new link is in your mail.";
        };
    }

    static String unknown() {
        return frame("No such payment", """
                <h1>No such payment</h1>
                <p class="quiet">This link does not belong to any payment. The one in your e-mail does.</p>
                <p><a class="primary" href="/">To the shop</a></p>
                """);
    }

    private static String frame(String title, String body) {
        return """
            <!doctype html>
            <html lang="en">
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
              <span class="sandbox">Test payment. No money moves.</span>
            </header>
            <main>
            %s
            </main>
            </body>
            </html>
            """.formatted(escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
