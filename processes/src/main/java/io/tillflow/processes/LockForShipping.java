package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_LOCK_FOR_SHIPPING}; no output, or {@link ErrorCode#ORDER_CANCELLED}. */
public record LockForShipping(String orderId, String effectKey) {}
