package io.tillflow.plumbing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A client whose {@code query(Class)} reads records by {@link RecordRow}, and instants as the driver knows them. Spring's
 * own way asks for a column by the property's name first, and for an instant in a way the driver refuses: an exception
 * for each such column of each row.
 */
final class RecordRows implements JdbcClient {
    private final JdbcClient client;
    private final Map<Class<?>, RowMapper<?>> rows = new ConcurrentHashMap<>();

    RecordRows(JdbcClient client) {
        this.client = client;
    }

    @Override
    public StatementSpec sql(String sql) {
        return (StatementSpec) Proxy.newProxyInstance(
                RecordRows.class.getClassLoader(),
                new Class<?>[] {StatementSpec.class},
                new Statement(client.sql(sql)));
    }

    private static boolean ours(Class<?> type) {
        return type.isRecord() || type == Instant.class;
    }

    private RowMapper<?> row(Class<?> type) {
        return rows.computeIfAbsent(type, t -> t == Instant.class ? new InstantRow() : new RecordRow<>(t));
    }

    private static final class InstantRow extends SingleColumnRowMapper<Instant> {
        @Override
        protected @Nullable Object getColumnValue(ResultSet row, int index, @Nullable Class<?> type)
                throws SQLException {
            return RecordRow.instant(row, index);
        }
    }

    /** One statement: what it answers with itself, this answers with itself. */
    private final class Statement implements InvocationHandler {
        private final StatementSpec spec;

        Statement(StatementSpec spec) {
            this.spec = spec;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("query")
                    && arguments != null
                    && arguments[0] instanceof Class<?> type
                    && ours(type)) {
                return spec.query(row(type));
            }
            try {
                Object answer = method.invoke(spec, arguments);
                return answer instanceof StatementSpec ? self : answer;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }
}
