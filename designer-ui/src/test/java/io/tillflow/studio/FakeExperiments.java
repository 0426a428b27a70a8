package io.tillflow.studio;

/** An experiment as the connectors would tell of it. */
final class FakeExperiments {
    static final String CARTS = """
            {"name": "cart-reminder", "version": 1, "state": "RUNNING", "taken": null, "process": "cart-reminder", "element": "assign-arm",
             "goal": "ordered", "elements": [], "within": "PT192H", "worthwhile": 0.03, "usual": "remind", "compared": "hold-out",
             "layer": "cart-reminder", "layerFrom": 0, "layerTo": 1, "floor": null, "begunAt": "2026-03-02T12:00:00Z",
             "groups": [{"arm": "hold-out", "share": 0.1, "units": 210, "expected": 205.5, "judged": 180, "mean": 0.12,
                         "difference": null, "low": null, "high": null},
                        {"arm": "remind", "share": 0.9, "units": 1845, "expected": 1849.5, "judged": 1600, "mean": 0.17,
                         "difference": 0.05, "low": -0.02, "high": 0.12}],
             "ratio": 0.74, "word": "OPEN", "needed": 5200, "best": null,
             "shifts": [{"epoch": 0, "arms": ["remind"], "shares": [1], "actor": "cart-reminder", "reason": "as drawn", "at": "2026-03-02T12:00:00Z"}],
             "acts": [{"kind": "BEGUN", "actor": "cart-reminder", "detail": null, "at": "2026-03-02T12:00:00Z"}],
             "curve": [{"at": "2026-03-10T12:00:00Z", "arm": "remind", "judged": 900, "difference": 0.07, "low": -0.05, "high": 0.19},
                       {"at": "2026-03-12T12:00:00Z", "arm": "remind", "judged": 1780, "difference": 0.05, "low": -0.02, "high": 0.12}]}""";

    private FakeExperiments() {}
}
