package io.tillflow.studio;

/** What models foretell, as the connectors would tell of it. */
final class FakeFigures {
    static final String DEMAND = """
            {"sku": "LAMP-1", "version": 2, "asOf": "2026-03-01", "method": "theta", "missing": null, "oddity": null, "coverage": 0.91,
             "past": [{"from": "2026-02-16", "units": 3, "low": 3, "high": 3, "soldOut": 7},
                      {"from": "2026-02-23", "units": 30, "low": 30, "high": 30, "soldOut": 0}],
             "ahead": [{"from": "2026-03-02", "units": 35, "low": 24, "high": 48, "soldOut": 0}],
             "expected": {"days": 14, "units": 70, "low": 55, "high": 87}}""";

    static final String NEEDS = """
            {"items": [{"sku": "LAMP-1", "name": "Reading lamp", "variant": "black", "price": 6250, "available": 12, "awaited": 0, "pack": 4,
               "cost": 2500, "expected": {"days": 42, "units": 60, "low": 45, "high": 78}},
              {"sku": "VASE", "name": "Vase", "variant": "", "price": 2000, "available": 3, "awaited": 2, "pack": 1, "cost": null,
               "expected": {"days": 42, "units": 9, "low": 2, "high": 19}},
              {"sku": "ENOUGH", "name": "Bowl", "variant": "", "price": 2000, "available": 90, "awaited": 0, "pack": 1, "cost": 500,
               "expected": {"days": 42, "units": 9, "low": 2, "high": 19}}]}""";

    static final String PRICES = """
            {"run": {"version": 4, "asOf": "2026-03-01"}, "items": [
              {"sku": "LAMP-1", "name": "Reading lamp", "variant": "black", "price": 6250, "changedAt": null, "planned": false,
               "weeklyUnits": 12, "elasticity": -3.1, "error": 0.2, "weeks": 40},
              {"sku": "RARE", "name": "Vase", "variant": "", "price": 6250, "changedAt": null, "planned": false,
               "weeklyUnits": 1, "elasticity": -3.1, "error": 0.2, "weeks": 40},
              {"sku": "ODD", "name": "Bowl", "variant": "", "price": 2000, "changedAt": null, "planned": false,
               "weeklyUnits": 9, "elasticity": 0.3, "error": 0.9, "weeks": 40},
              {"sku": "SET", "name": "Set", "variant": "", "price": 2000, "changedAt": null, "planned": true,
               "weeklyUnits": 9, "elasticity": -3, "error": 0.2, "weeks": 40},
              {"sku": "VAGUE", "name": "Mug", "variant": "", "price": 2000, "changedAt": null, "planned": false,
               "weeklyUnits": 9, "elasticity": -2, "error": 3, "weeks": 40}]}""";

    private FakeFigures() {}
}
