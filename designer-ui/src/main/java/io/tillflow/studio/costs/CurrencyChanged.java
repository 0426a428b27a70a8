package io.tillflow.studio.costs;

/** Nothing was set: somebody chose another currency since the prices were looked at. */
final class CurrencyChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String now;

    CurrencyChanged(String now) {
        super("the currency is " + now + " now, so nothing was set");
        this.now = now;
    }

    String now() {
        return now;
    }
}
