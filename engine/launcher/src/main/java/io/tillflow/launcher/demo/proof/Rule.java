package io.tillflow.launcher.demo.proof;

import java.util.Locale;

/** What must hold between the shop, the providers and history. */
public enum Rule {
    /** The shop accepted an order and has it no more. */
    ORDER_IS_IN_THE_SHOP(Kind.LOST),
    ORDER_WAS_PLACED_ONCE(Kind.DUPLICATE),
    ORDER_HAS_AN_INSTANCE(Kind.LOST),
    ORDER_HAS_ONE_INSTANCE(Kind.DUPLICATE),
    INSTANCE_HAS_AN_ORDER(Kind.WRONG),
    INSTANCE_ENDS_WITH_ITS_ORDER(Kind.WRONG),
    DELIVERED_ORDER_IS_CHARGED(Kind.LOST),
    ORDER_IS_CHARGED_ONCE(Kind.DUPLICATE),
    CHARGE_IS_THE_TOTAL(Kind.WRONG),
    CHARGE_IS_OF_THE_ORDERS_PAYMENT(Kind.WRONG),
    CHARGE_HAS_AN_ORDER(Kind.WRONG),
    CANCELLED_ORDER_COSTS_NOTHING(Kind.WRONG),
    FINISHED_ORDER_HOLDS_NO_AUTHORISATION(Kind.WRONG),
    ORDER_HOLDS_ONE_AUTHORISATION(Kind.DUPLICATE),
    REFUNDS_STAY_WITHIN_THE_CHARGE(Kind.DUPLICATE),
    RETURN_IS_REFUNDED(Kind.LOST),
    RETURN_IS_REFUNDED_ONCE(Kind.DUPLICATE),
    RETURN_IS_RESTOCKED(Kind.LOST),
    RETURN_IS_RESTOCKED_ONCE(Kind.DUPLICATE),
    EXCHANGE_LEFT_STOCK(Kind.LOST),
    EXCHANGE_LEFT_STOCK_ONCE(Kind.DUPLICATE),
    EXCHANGE_HAS_A_PARCEL(Kind.LOST),
    EXCHANGE_HAS_ONE_PARCEL(Kind.DUPLICATE),
    ENDED_RETURN_KEEPS_NO_STOCK(Kind.WRONG),
    SHIPPED_ORDER_HAS_A_PARCEL(Kind.LOST),
    ORDER_HAS_ONE_PARCEL(Kind.DUPLICATE),
    PARCEL_HAS_AN_ORDER(Kind.WRONG),
    SHIPPED_ORDER_LEFT_STOCK(Kind.LOST),
    ORDER_LEFT_STOCK_ONCE(Kind.DUPLICATE),
    CANCELLED_ORDER_KEEPS_NO_STOCK(Kind.WRONG),
    MOVEMENTS_ADD_UP_TO_STOCK(Kind.WRONG),
    MOVEMENTS_ADD_UP_AT_A_LOCATION(Kind.WRONG),
    LOCATIONS_ADD_UP_TO_STOCK(Kind.WRONG),
    TRANSFER_IS_BOOKED_ONCE(Kind.WRONG),
    BOOKED_TRANSFER_IS_KNOWN(Kind.WRONG),
    SHARES_ARE_WHAT_WAS_SET_ASIDE(Kind.WRONG),
    CONFIRMED_ORDER_HAS_AN_EMAIL(Kind.LOST),
    ORDER_IS_CONFIRMED_ONCE(Kind.DUPLICATE),
    ANSWER_IS_SENT(Kind.LOST),
    ANSWER_IS_SENT_ONCE(Kind.DUPLICATE),
    /** Somebody was to look for low stock, while the connectors died. */
    STOCK_CHECK_ENDS(Kind.LOST),
    STOCK_CHECK_ENDS_ONCE(Kind.DUPLICATE);

    /** What breaking a rule means for the order. */
    enum Kind {
        LOST,
        DUPLICATE,
        WRONG
    }

    private final Kind kind;

    Rule(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The rule's name in reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
