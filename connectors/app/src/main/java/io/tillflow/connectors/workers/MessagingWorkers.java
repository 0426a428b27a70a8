package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.AccountLetter;
import io.tillflow.connectors.commerce.CartReminder;
import io.tillflow.connectors.commerce.LetterStop;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Letters;
import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.EmailTemplate;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.SendAccountLetter;
import io.tillflow.processes.SendCartReminder;
import io.tillflow.processes.SendEmail;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The letters' part of the processes. */
@Component
public class MessagingWorkers {
    private final Letters letters;
    private final OrderLetters orders;
    private final AccountLetters accounts;
    private final CartLetters carts;
    private final Shop shop;
    private final Payments payments;

    MessagingWorkers(
            Letters letters,
            OrderLetters orders,
            AccountLetters accounts,
            CartLetters carts,
            Shop shop,
            Payments payments) {
        this.letters = letters;
        this.orders = orders;
        this.accounts = accounts;
        this.carts = carts;
        this.shop = shop;
        this.payments = payments;
    }

    @Action(
            name = "Send e-mail",
            help = "Sends a letter about an order; address and lines come from the shop.",
            effect = Effect.AT_MOST_ONCE)
    @JobWorker(type = JobType.MESSAGING_SEND_EMAIL)
    public void sendEmail(@VariablesAsType SendEmail job) {
        Map<String, String> said = new HashMap<>(said(job));
        Optional<String> unwanted = Optional.empty();
        if (orders.isStoppable(job.template())) {
            LetterStop stop = shop.letterStop(job.orderId());
            said.put(Letter.STOP_URL, orders.link(stop.path()));
            unwanted = stop.stopped() ? Optional.of("whoever ordered wants no such letters") : Optional.empty();
        }
        OrderFacts order = shop.facts(job.orderId());
        Letter letter = orders.letter(job, order, said);
        Optional<String> why = unwanted.or(() -> paidAlready(job, order));
        taken(letters.send(letter, new EffectKey(job.effectKey()), why), job.effectKey());
    }

    /** An order that was paid anew while its automation was about to ask for money needs no letter that does. */
    private Optional<String> paidAlready(SendEmail job, OrderFacts order) {
        return job.template().equals(EmailTemplate.PAYMENT_LINK)
                ? order.paidAnew()
                        .flatMap(payments::find)
                        .filter(PaymentTruths::paid)
                        .map(payment -> "the order is paid already")
                : Optional.empty();
    }

    @Action(
            name = "Send account letter",
            help = "Sends a letter about a customer's account; address, words and link come from the shop.",
            effect = Effect.AT_MOST_ONCE,
            errors = ErrorCode.LETTER_OUTDATED)
    @JobWorker(type = JobType.MESSAGING_SEND_ACCOUNT_LETTER)
    public void sendAccountLetter(@VariablesAsType SendAccountLetter job) {
        AccountLetter known = shop.accountLetter(job.letterId())
                .orElseThrow(() -> bpmnError(ErrorCode.LETTER_OUTDATED, "its link works no longer"));
        taken(letters.send(accounts.letter(job.letterId(), known), new EffectKey(job.effectKey())), job.effectKey());
    }

    @Action(
            name = "Send cart reminder",
            help =
                    "Reminds somebody who agreed to letters of a cart they left; address, cart and a link to stop such letters come from the shop.",
            effect = Effect.AT_MOST_ONCE,
            errors = ErrorCode.LETTER_OUTDATED)
    @JobWorker(type = JobType.MESSAGING_SEND_CART_REMINDER)
    public void sendCartReminder(@VariablesAsType SendCartReminder job) {
        CartReminder known = shop.cartReminder(job.reminderId())
                .orElseThrow(() -> bpmnError(ErrorCode.LETTER_OUTDATED, "nobody wants this reminder any more"));
        taken(letters.send(carts.letter(job.reminderId(), known), new EffectKey(job.effectKey())), job.effectKey());
    }

    private static void taken(Handover handover, String key) {
        switch (handover) {
            case Handover.Accepted ignored -> {}
            case Handover.Withheld ignored -> {} // the list of letters says so; nobody has to do anything
            case Handover.Refused refused ->
                throw new IllegalStateException("expected letter " + key + " to be taken, but " + refused.reason()
                        + (refused.address() ? "; no letter goes there any more, a retry goes on without it" : ""));
        }
    }

    /** Words that a process only names: they stay in the shop until their letter goes out. */
    private Map<String, String> said(SendEmail job) {
        String message = job.facts().get("messageId");
        return message == null ? Map.of() : Map.of("answer", shop.message(message));
    }
}
