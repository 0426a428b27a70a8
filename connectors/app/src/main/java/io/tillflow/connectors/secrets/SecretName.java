package io.tillflow.connectors.secrets;

import java.util.regex.Pattern;

/** The name by which templates mention a secret: {@code {{secrets.SHOP_TOKEN}}}. */
public record SecretName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    public SecretName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected the name of a secret like SHOP_TOKEN (capitals, digits, _), but got '" + value + "'");
        }
    }

    /** As it stands in a template's field. */
    public String placeholder() {
        return "{{secrets." + value + "}}";
    }

    @Override
    public String toString() {
        return value;
    }
}
