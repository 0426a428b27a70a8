package io.tillflow.storefront.web;

import java.time.LocalDate;

/** A way to have it delivered. */
public record Way(String code, String title, LocalDate day, long price, boolean on) {}
