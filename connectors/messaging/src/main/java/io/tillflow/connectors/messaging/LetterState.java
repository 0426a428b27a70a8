package io.tillflow.connectors.messaging;

/** How far an attempt at one letter has come. */
public enum LetterState {
    SENDING,
    SENT,
    /** Certainly not sent: it may be tried again. */
    NOT_SENT,
    REFUSED,
    /** Not sent, because its address is on the suppression list. */
    WITHHELD,
    /** Nobody can tell; a person says SENT or NOT_SENT. */
    UNKNOWN
}
