package io.tillflow.studio.security;

import io.tillflow.studio.platform.Database;
import io.tillflow.studio.platform.StudioSettings;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** On the first start there is an {@code admin}, and a token for the command line if one was given. */
@Component
class FirstUser {
    private static final Logger LOG = LoggerFactory.getLogger(FirstUser.class);
    static final String NAME = "admin";

    private final Users users;
    private final Tokens tokens;
    private final PasswordEncoder passwords;
    private final StudioSettings settings;

    FirstUser(Users users, Tokens tokens, PasswordEncoder passwords, StudioSettings settings) {
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.settings = settings;
    }

    @EventListener
    void create(Database.Migrated event) {
        if (!settings.cliToken().isBlank()) {
            tokens.keepCommandLine(settings.cliToken());
        }
        if (users.byName(NAME).isPresent()) {
            return;
        }
        if (settings.adminPassword().isBlank()) {
            LOG.warn("there is no user yet: set TILLFLOW_ADMIN_PASSWORD and start again to create {}", NAME);
            return;
        }
        users.add(NAME, passwords.encode(settings.adminPassword()), EnumSet.of(Role.ADMIN), false);
        LOG.info("created the first user {}", NAME);
    }
}
