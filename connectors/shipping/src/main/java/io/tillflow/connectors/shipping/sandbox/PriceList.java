package io.tillflow.connectors.shipping.sandbox;

import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.shipping.Parcel;
import io.tillflow.connectors.shipping.Rate;
import java.util.Comparator;
import java.util.List;

/** What the sandbox's carriers ask: a base price, so much a started kilogram, and a surcharge across a border. */
enum PriceList {
    POST("post", "standard", 390, 60, 3, 10_000, false),
    PARCEL("parcel", "standard", 490, 45, 2, 31_500, false),
    COURIER("courier", "express", 1190, 110, 1, 31_500, true),
    FREIGHT("freight", "standard", 2990, 20, 5, 500_000, false);

    private static final String HOME = "DE";
    private static final int ABROAD = 600;

    private final String carrier;
    private final String service;
    private final int base;
    private final int perKilogram;
    private final int days;
    private final int heaviestGrams;
    private final boolean express;

    PriceList(String carrier, String service, int base, int perKilogram, int days, int heaviestGrams, boolean express) {
        this.carrier = carrier;
        this.service = service;
        this.base = base;
        this.perKilogram = perKilogram;
        this.days = days;
        this.heaviestGrams = heaviestGrams;
        this.express = express;
    }

    static List<Rate> ratesFor(Parcel parcel) {
        return List.of(values()).stream()
                .filter(carrier -> parcel.weightGrams() <= carrier.heaviestGrams)
                .filter(carrier -> !parcel.express() || carrier.express)
                .map(carrier -> carrier.rate(parcel))
                .sorted(Comparator.comparingLong(rate -> rate.price().minorUnits()))
                .toList();
    }

    private Rate rate(Parcel parcel) {
        boolean abroad = !parcel.country().equals(HOME);
        int kilograms = Math.max(1, Math.ceilDiv(parcel.weightGrams(), 1000));
        long price = base + (long) perKilogram * kilograms + (abroad ? ABROAD : 0);
        return new Rate(carrier, service, new Money(price, "EUR"), abroad ? days + 2 : days);
    }
}
