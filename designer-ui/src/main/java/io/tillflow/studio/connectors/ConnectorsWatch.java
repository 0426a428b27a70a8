package io.tillflow.studio.connectors;

import org.springframework.stereotype.Service;

/** Looks at what is installed. */
@Service
class ConnectorsWatch extends Lookout<Installed> {
    ConnectorsWatch(ConnectorsDesk desk) {
        super(desk::installed);
    }
}
