package io.tillflow.studio.letterboxes;

import io.tillflow.studio.connectors.Lookout;
import java.util.List;
import org.springframework.stereotype.Service;

/** Looks at the letterboxes. */
@Service
class LetterboxesWatch extends Lookout<List<Letterbox>> {
    LetterboxesWatch(LetterboxesDesk desk) {
        super(desk::all);
    }
}
