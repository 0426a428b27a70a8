package io.tillflow.studio.schedules;

import io.tillflow.studio.connectors.Lookout;
import java.util.List;
import org.springframework.stereotype.Service;

/** Looks at the schedules. */
@Service
class SchedulesWatch extends Lookout<List<Schedule>> {
    SchedulesWatch(SchedulesDesk desk) {
        super(desk::all);
    }
}
