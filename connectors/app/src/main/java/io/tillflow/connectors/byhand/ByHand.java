package io.tillflow.connectors.byhand;

import io.tillflow.connectors.jobs.OutwardSwitch;
import io.tillflow.connectors.provider.HeldBack;
import org.springframework.stereotype.Service;

/** Does what staff ask for, or leaves it to the automation that has the message. */
@Service
class ByHand {
    private final Listening listening;
    private final OutwardSwitch outward;
    private final ParcelsByHand parcels;
    private final MoneyByHand money;
    private final LettersByHand letters;
    private final ExchangesByHand exchanges;

    ByHand(
            Listening listening,
            OutwardSwitch outward,
            ParcelsByHand parcels,
            MoneyByHand money,
            LettersByHand letters,
            ExchangesByHand exchanges) {
        this.listening = listening;
        this.outward = outward;
        this.parcels = parcels;
        this.money = money;
        this.letters = letters;
        this.exchanges = exchanges;
    }

    Outcome act(Act act, boolean atOnce) {
        if (!atOnce && listening.takes(act)) {
            return Outcome.AUTOMATION;
        }
        try {
            outward.check("acts.by-hand");
        } catch (HeldBack stopped) {
            throw new ActRefused(String.valueOf(stopped.getMessage()));
        }
        return switch (act) {
            case Act.Ship ship -> parcels.ship(ship);
            case Act.Keep keep -> Outcome.done(parcels.keep(keep));
            case Act.Capture capture -> Outcome.done(money.capture(capture));
            case Act.Cancel cancel -> Outcome.done(cancel(cancel));
            case Act.Refund refund -> Outcome.done(refund(refund));
            case Act.SendExchange exchange -> exchanges.send(exchange);
            case Act.Changed changed -> Outcome.done(said(money.giveFormerFree(changed), letters.changed(changed)));
            case Act.PayMore more -> Outcome.done(letters.payMore(more));
            case Act.ChangeOff off -> Outcome.done(changeOff(off));
            case Act.Answer answer -> Outcome.done(letters.answer(answer));
        };
    }

    private String cancel(Act.Cancel cancel) {
        parcels.callOff(cancel);
        String says = money.giveFree(cancel);
        return said(says, letters.cancelled(cancel));
    }

    private String changeOff(Act.ChangeOff off) {
        String says = money.giveFree(off);
        return said(says, letters.changeOff(off));
    }

    private String refund(Act.Refund refund) {
        long refunded = money.refund(refund);
        return said(refund.amount().text(), letters.refunded(refund, refunded));
    }

    private static String said(String done, String ofTheLetter) {
        return done.isEmpty() || ofTheLetter.isEmpty() ? done + ofTheLetter : done + ". " + ofTheLetter;
    }
}
