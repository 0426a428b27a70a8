package io.tillflow.models.customer;

import java.time.LocalDate;

/** What was learned of a shop's customers, and from which days. */
public record CustomerModel(BgNbd orders, GammaGamma amounts, int customers, LocalDate from, LocalDate until) {}
