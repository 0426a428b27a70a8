package io.tillflow.storefront.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things about accounts last, and how much may be tried.
 *
 * @param session how long somebody stays signed in; ends earlier when unused for {@code idle}
 * @param link how long the link in a letter works
 * @param wrongPasswords after so many, an address waits for {@code lockOut}
 * @param triesPerClient sign-ins from one network address within {@code lockOut}
 * @param lettersPerAddress letters to one address within an hour; those that warn its owner are counted apart
 * @param lettersPerClient letters asked for from one network address within an hour
 * @param addressesPerAccount letters to addresses that one account wants within an hour
 */
@ConfigurationProperties("shop.accounts")
public record AccountSettings(
        @DefaultValue("30d") Duration session,
        @DefaultValue("14d") Duration idle,
        @DefaultValue("2h") Duration link,
        @DefaultValue("5") int wrongPasswords,
        @DefaultValue("15m") Duration lockOut,
        @DefaultValue("50") int triesPerClient,
        @DefaultValue("5") int lettersPerAddress,
        @DefaultValue("30") int lettersPerClient,
        @DefaultValue("5") int addressesPerAccount) {}
