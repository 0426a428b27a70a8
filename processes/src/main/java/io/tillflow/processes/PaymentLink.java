package io.tillflow.processes;

/** Output of {@link JobType#PAYMENTS_CREATE_LINK}. */
public record PaymentLink(
        @Field(label = "Payment") String paymentId,

        @Field(label = "Payment page") String paymentUrl) {}
