package io.tillflow.connectors.http;

import java.net.InetAddress;

/** Which hosts outside may be called by other ways than HTTP: public ones, and own ones that are named. */
public final class Reach {
    private final HttpSettings settings;

    Reach(HttpSettings settings) {
        this.settings = settings;
    }

    public boolean isOwn(String host) {
        return settings.allowsPrivate(host);
    }

    /** @param address what the host leads to, in the very connection that is made */
    public boolean allows(String host, InetAddress address) {
        return isOwn(host) || Addresses.isPublic(address);
    }
}
