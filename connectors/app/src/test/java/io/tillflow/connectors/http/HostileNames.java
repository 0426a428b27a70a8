package io.tillflow.connectors.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** A name server under control of somebody who means harm: {@code rebound.example} leads to ourselves. */
final class HostileNames implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return host.equals("rebound.example")
                ? InetAddress.getAllByName("127.0.0.1")
                : SystemDefaultDnsResolver.INSTANCE.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
