package io.tillflow.storefront.accounts;

import java.time.Instant;

/** Whether somebody who is signed in showed that the account is theirs, by giving its password again. */
public sealed interface Proven {
    /** It is the account's password. */
    record Yes() implements Proven {}

    /** It is not the account's password. */
    record No() implements Proven {}

    /** Too many tries: whether it is the right one is not looked at. */
    record Locked(Instant until) implements Proven {}
}
