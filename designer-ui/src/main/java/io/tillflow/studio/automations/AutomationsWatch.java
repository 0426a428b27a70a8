package io.tillflow.studio.automations;

import io.tillflow.studio.connectors.Lookout;
import java.util.List;
import org.springframework.stereotype.Service;

/** Looks at the automations. */
@Service
class AutomationsWatch extends Lookout<List<Automation>> {
    AutomationsWatch(AutomationsDesk desk) {
        super(desk::all);
    }
}
