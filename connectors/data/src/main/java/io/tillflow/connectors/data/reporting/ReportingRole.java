package io.tillflow.connectors.data.reporting;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who asks: a role of the database that reads the shop's reporting views, those that are there now, and nothing else. */
final class ReportingRole {
    static final String NAME = "tillflow_reporting";

    private static final String REMEDY = "let an administrator of the database run: create role " + NAME
            + " nologin; grant " + NAME + " to the user of this program, and let this user own the schema shop";

    /** Views that are made anew begin without their grants. */
    private static final String TO_GRANT = """
            select format('%I.%I', schemaname, viewname) from pg_views
            where schemaname = 'shop' and viewname like 'reporting\\_%'
              and not has_table_privilege('tillflow_reporting', format('%I.%I', schemaname, viewname), 'select')""";

    /** Since PostgreSQL 16 who creates a role may give it to others, which does not mean to take it. */
    private static final String TO_TAKE =
            "case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    ReportingRole(DataSource database) {
        this.database = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    void makeReady() {
        if (!isTrue("select to_regclass('shop.reporting_purchase') is not null")) {
            throw new ProviderUnavailable("the shop's reporting views are not there yet: is the shop up to date?");
        }
        if (!isReady()) {
            try {
                transaction.executeWithoutResult(status -> grant());
            } catch (DataAccessException e) {
                throw e.getRootCause() instanceof SQLException refused && "42501".equals(refused.getSQLState())
                        ? missing(String.valueOf(refused.getMessage()))
                        : e;
            }
        }
    }

    static IllegalStateException missing(String reason) {
        return new IllegalStateException("expected the database's role " + NAME + " to be there and ours to take, but: "
                + reason + "; " + REMEDY);
    }

    private boolean exists() {
        return isTrue("select exists (select from pg_roles where rolname = '" + NAME + "')");
    }

    private boolean isReady() {
        return exists()
                && isTrue("select has_schema_privilege('" + NAME + "', 'shop', 'usage') and pg_has_role('" + NAME
                        + "', " + TO_TAKE + ")")
                && database.queryForList(TO_GRANT, String.class).isEmpty();
    }

    private void grant() {
        database.queryForList("select pg_advisory_xact_lock(hashtext('" + NAME + "'))");
        if (!exists()) {
            database.execute("create role " + NAME + " nologin");
        }
        if (!isTrue("select pg_has_role('" + NAME + "', " + TO_TAKE + ")")) {
            database.execute("grant " + NAME + " to current_user");
        }
        database.execute("grant usage on schema shop to " + NAME);
        List<String> views = database.queryForList(TO_GRANT, String.class);
        views.forEach(view -> database.execute("grant select on " + view + " to " + NAME));
    }

    private boolean isTrue(String question) {
        return Boolean.TRUE.equals(database.queryForObject(question, Boolean.class));
    }
}
