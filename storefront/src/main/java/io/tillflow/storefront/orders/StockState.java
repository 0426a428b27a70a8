package io.tillflow.storefront.orders;

/** What an order's things are: promised, waited for, set aside, given back, gone. */
public enum StockState {
    RESERVED,
    WAITING,
    ALLOCATED,
    RELEASED,
    SHIPPED
}
