package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.http.Reach;
import io.tillflow.connectors.messaging.imap.MailboxTrouble.PrivateHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that connect to allowed addresses only; each looks at the very address it is about to call. */
final class GuardedSockets extends SocketFactory {
    private final Reach reach;

    GuardedSockets(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                if (to instanceof InetSocketAddress address && !address.isUnresolved()) {
                    check(address.getHostString(), address.getAddress());
                }
                super.connect(to, timeout);
            }
        };
    }

    private void check(String host, InetAddress address) throws PrivateHost {
        if (!reach.allows(host, address)) {
            throw new PrivateHost("expected " + host + " to be on the internet, but its address is private; an own"
                    + " mail server is allowed with TILLFLOW_HTTP_PRIVATE_HOSTS");
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }
}
