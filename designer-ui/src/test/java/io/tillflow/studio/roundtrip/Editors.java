package io.tillflow.studio.roundtrip;

import io.tillflow.studio.bundle.EditorBundle;
import tools.jackson.databind.json.JsonMapper;

/** Gives tests of other packages the editors' fidelity. */
public final class Editors {
    private Editors() {}

    public static Fidelity fidelity(EditorBundle bundle) {
        return new Fidelity(bundle, new JsonMapper());
    }
}
