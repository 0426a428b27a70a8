package io.tillflow.storefront.exports;

import io.tillflow.storefront.imports.ImportKind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** People who bought here or were taken over from another shop. */
@Component
class CustomerExport implements Export {
    private static final TypeReference<Map<String, String>> ADDRESS = new TypeReference<>() {};
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerExport(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Name",
                "Email",
                "Phone",
                "Accepts Email Marketing",
                "Default Address Address1",
                "Default Address Address2",
                "Default Address Zip",
                "Default Address City",
                "Default Address Country Code",
                "Note");
    }

    @Override
    public void rows(Consumer<List<String>> row) {
        jdbc.sql("select name, email, phone, marketing, address, note from customer order by email")
                .withFetchSize(AT_ONCE)
                .query(found -> {
                    Map<String, String> address = json.readValue(found.getString("address"), ADDRESS);
                    row.accept(List.of(
                            found.getString("name"),
                            found.getString("email"),
                            found.getString("phone"),
                            found.getBoolean("marketing") ? "yes" : "no",
                            address.getOrDefault("street", ""),
                            address.getOrDefault("extra", ""),
                            address.getOrDefault("postcode", ""),
                            address.getOrDefault("town", ""),
                            address.getOrDefault("country", ""),
                            found.getString("note")));
                });
    }
}
