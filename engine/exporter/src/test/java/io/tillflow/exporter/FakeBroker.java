package io.tillflow.exporter;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.tillflow.exporter.projection.RecordLine;
import io.tillflow.exporter.store.Database;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker's side of the exporter's interface, for one partition. */
final class FakeBroker implements Controller, Context, Configuration {

    private final Map<String, Object> arguments = new HashMap<>();
    private final AtomicLong acknowledged;

    FakeBroker(Database database, Path archive, long acknowledged) {
        this.acknowledged = new AtomicLong(acknowledged);
        arguments.put("url", database.url());
        arguments.put("user", database.user());
        arguments.put("password", database.password());
        arguments.put("archiveDirectory", archive.toString());
    }

    FakeBroker with(String argument, Object value) {
        arguments.put(argument, value);
        return this;
    }

    HistoryExporter open() {
        HistoryExporter exporter = new HistoryExporter();
        exporter.configure(this);
        exporter.open(this);
        return exporter;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** A record that says what the JSON says. */
    static Record<?> record(String json) {
        RecordLine line = RecordLine.parse(json);
        return (Record<?>) Proxy.newProxyInstance(
                FakeBroker.class.getClassLoader(),
                new Class<?>[] {Record.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "toJson" -> json;
                    case "getPosition" -> line.position();
                    case "getTimestamp" -> line.timestamp();
                    case "getRecordType" -> RecordType.EVENT;
                    case "getValueType" -> ValueType.PROCESS_INSTANCE;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public void updateLastExportedRecordPosition(long position) {
        acknowledged.set(position);
    }

    @Override
    public void updateLastExportedRecordPosition(long position, byte[] metadata) {
        acknowledged.set(position);
    }

    @Override
    public long getLastExportedRecordPosition() {
        return acknowledged.get();
    }

    @Override
    public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
        throw new UnsupportedOperationException("the exporter has its own thread");
    }

    @Override
    public Optional<byte[]> readMetadata() {
        return Optional.empty();
    }

    @Override
    public Logger getLogger() {
        return LoggerFactory.getLogger(FakeBroker.class);
    }

    @Override
    public Configuration getConfiguration() {
        return this;
    }

    @Override
    public int getPartitionId() {
        return 1;
    }

    @Override
    public void setFilter(RecordFilter filter) {
        throw new UnsupportedOperationException("a filter would let Zeebe run ahead of history");
    }

    @Override
    public String getId() {
        return "history";
    }

    @Override
    public Map<String, Object> getArguments() {
        return arguments;
    }

    @Override
    public <T> T instantiate(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
