package io.tillflow.studio.patterns;

import io.tillflow.studio.connectors.Lookout;
import java.util.List;
import org.springframework.stereotype.Service;

/** Looks at the patterns. */
@Service
class PatternsWatch extends Lookout<List<Pattern>> {
    PatternsWatch(PatternsDesk desk) {
        super(desk::all);
    }
}
