package io.tillflow.storefront.accounts;

import io.tillflow.storefront.terms.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Addresses by account; another's is as good as none. */
@Repository
public class AddressBook {
    /** More are not kept. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AddressBook(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The favourite first, then as they were added. */
    public List<SavedAddress> of(UUID account) {
        return jdbc.sql("""
                select id, address, phone, favourite from account_address where account_id = :account
                order by favourite desc, position""")
                .param("account", account)
                .query((row, n) -> saved(row))
                .list();
    }

    public Optional<SavedAddress> find(UUID account, UUID id) {
        return of(account).stream().filter(saved -> saved.id().equals(id)).findFirst();
    }

    /** Adds it unless it is there or there are {@link #MOST}; the first is the favourite. */
    @Transactional
    public void add(UUID account, Address address, String phone) {
        jdbc.sql("select id from account where id = :account for update")
                .param("account", account)
                .query(UUID.class)
                .single();
        List<SavedAddress> known = of(account);
        if (known.size() >= MOST
                || known.stream().anyMatch(saved -> saved.address().equals(address))) {
            return;
        }
        jdbc.sql("""
                insert into account_address (id, account_id, address, phone, favourite)
                values (:id, :account, cast(:address as jsonb), :phone, :favourite)""")
                .param("id", UUID.randomUUID())
                .param("account", account)
                .param("address", json.writeValueAsString(address))
                .param("phone", phone)
                .param("favourite", known.isEmpty())
                .update();
    }

    public void change(UUID account, UUID id, Address address, String phone) {
        jdbc.sql("""
                update account_address set address = cast(:address as jsonb), phone = :phone
                where id = :id and account_id = :account""")
                .param("address", json.writeValueAsString(address))
                .param("phone", phone)
                .param("id", id)
                .param("account", account)
                .update();
    }

    public void remove(UUID account, UUID id) {
        jdbc.sql("delete from account_address where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account)
                .update();
    }

    @Transactional
    public void favour(UUID account, UUID id) {
        if (find(account, id).isEmpty()) {
            return;
        }
        jdbc.sql("update account_address set favourite = false where account_id = :account and favourite")
                .param("account", account)
                .update();
        jdbc.sql("update account_address set favourite = true where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account)
                .update();
    }

    private SavedAddress saved(ResultSet row) throws SQLException {
        return new SavedAddress(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("address"), Address.class),
                row.getString("phone"),
                row.getBoolean("favourite"));
    }
}
