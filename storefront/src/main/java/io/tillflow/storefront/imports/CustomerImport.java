package io.tillflow.storefront.imports;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** People, known by their e-mail address. Nobody is asked to read advertising who has not agreed to it. */
@Component
class CustomerImport implements Importer {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\"<>,;]{1,64}@[^\\s@\"<>,;]{1,180}\\.[^\\s@\"<>,;]{2,}");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CustomerImport(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public String key(Sheet sheet) {
        return "email";
    }

    @Override
    public Outcome store(Sheet sheet, List<CSVRecord> rows, List<RowError> errors) {
        Cells cells = new Cells(sheet, rows.getLast(), errors);
        String email = email(cells);
        String name = cells.text("name").isEmpty()
                ? (cells.text("First Name") + " " + cells.text("Last Name")).strip()
                : cells.text("name");
        String phone = cells.text("phone", "Default Address Phone");
        boolean marketing = List.of("yes", "true", "1")
                .contains(cells.text("marketing", "Accepts Email Marketing", "Accepts Marketing")
                        .toLowerCase(Locale.ROOT));
        if (!errors.isEmpty()) {
            return Outcome.UNCHANGED;
        }
        String address = json.writeValueAsString(address(cells, name));
        return jdbc.sql("""
                insert into customer (id, email, created_at, name, phone, address, marketing, note)
                values (:id, :email, :now, :name, :phone, cast(:address as jsonb), :marketing, :note)
                on conflict (email) do update set name = excluded.name, phone = excluded.phone,
                    address = excluded.address, marketing = excluded.marketing, note = excluded.note
                where (customer.name, customer.phone, customer.address, customer.marketing, customer.note)
                    is distinct from (excluded.name, excluded.phone, excluded.address, excluded.marketing, excluded.note)
                returning (xmax = 0) as fresh""")
                .param("id", UUID.randomUUID())
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .param("name", name)
                .param("phone", phone)
                .param("address", address)
                .param("marketing", marketing)
                .param("note", cells.text("note"))
                .query(Boolean.class)
                .optional()
                .map(fresh -> fresh ? Outcome.CREATED : Outcome.UPDATED)
                .orElse(Outcome.UNCHANGED);
    }

    static String email(Cells cells) {
        String email = cells.required("email").toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            cells.wrong("email", "should look like name@example.org");
        }
        return email;
    }

    private static Map<String, String> address(Cells cells, String name) {
        Map<String, String> address = new LinkedHashMap<>();
        address.put("name", name);
        address.put("street", cells.text("street", "Default Address Address1", "Address1"));
        address.put("extra", cells.text("extra", "Default Address Address2", "Address2"));
        address.put("postcode", cells.text("postcode", "Default Address Zip", "Zip"));
        address.put("town", cells.text("town", "Default Address City", "City"));
        address.put("country", cells.text("country", "Default Address Country Code", "Country Code"));
        address.values().removeIf(String::isEmpty);
        return address;
    }
}
