package io.tillflow.storefront.accounts;

/** Letters about an account; the code is the name of the letter's text. */
public enum LetterKind {
    /** Whoever answers it may choose a password and has an account then. */
    JOIN("account-join", "/account/join/"),
    /** Somebody wanted to register an address that has an account. */
    HAS_ACCOUNT("account-exists", ""),
    RESET("account-reset", "/account/reset/"),
    /** Somebody wanted a new password for an address without an account. */
    NO_ACCOUNT("account-none", ""),
    /** To the new address: whoever answers it has it. */
    NEW_ADDRESS("account-new-address", "/account/new-address/"),
    /** To the old address, when it was replaced. */
    ADDRESS_CHANGED("account-address-changed", ""),
    PASSWORD_CHANGED("account-password-changed", "");

    private final String code;
    private final String path;

    LetterKind(String code, String path) {
        this.code = code;
        this.path = path;
    }

    public String code() {
        return code;
    }

    /** Whether it tells an owner of what was done just now, which nobody can do without a proof. */
    boolean warns() {
        return this == ADDRESS_CHANGED || this == PASSWORD_CHANGED;
    }

    /** Where its link leads, without id and key; empty when it has none. */
    String path() {
        return path;
    }
}
