package io.tillflow.studio.shop;

/**
 * What ordering again takes, as a merchant says it.
 *
 * @param leadDays from the order to the shelf
 * @param leadSpread days by which that varies, one standard deviation
 * @param service percent of lead times that pass without a sell-out
 * @param orderCost of one order, minor units
 * @param holding percent of its price that keeping a piece costs a year
 */
record Supply(int leadDays, int leadSpread, int service, long orderCost, int holding) {
    static final Supply USUAL = new Supply(14, 3, 95, 1500, 20);

    Supply {
        if (leadDays < 1 || leadDays > 91 || leadSpread < 0 || leadSpread > 91) {
            throw new IllegalArgumentException("expected 1 to 91 days from order to shelf, varying by 0 to 91, but got "
                    + leadDays + " and " + leadSpread);
        }
        if (service < 50 || service > 99 || orderCost < 0 || holding < 1 || holding > 100) {
            throw new IllegalArgumentException(
                    "expected a service level of 50 to 99 %, an order's cost from 0 on and a keeping cost of 1 to 100 %"
                            + " a year, but got " + service + ", " + orderCost + " and " + holding);
        }
    }
}
