package io.tillflow.connectors.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Looks hosts up for the very connection that is then made, so that no second look-up can lead elsewhere. */
final class GuardedResolver implements DnsResolver {
    private final HttpSettings settings;
    private final DnsResolver names;

    GuardedResolver(HttpSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    GuardedResolver(HttpSettings settings, DnsResolver names) {
        this.settings = settings;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        if (!settings.allowsPrivate(host) && !Arrays.stream(found).allMatch(Addresses::isPublic)) {
            throw new PrivateAddress(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    /** The host leads into a private network. */
    static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddress(String host) {
            super("expected " + host + " to be on the internet, but its address is private; an own host is allowed with"
                    + " TILLFLOW_HTTP_PRIVATE_HOSTS");
        }
    }
}
