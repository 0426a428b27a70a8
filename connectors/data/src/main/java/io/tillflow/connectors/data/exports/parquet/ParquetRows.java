package io.tillflow.connectors.data.exports.parquet;

import io.tillflow.connectors.data.exports.Column;
import io.tillflow.connectors.data.exports.RowWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/** Rows of one day as a Parquet file of one row group, its pages packed by GZIP. */
public final class ParquetRows implements RowWriter {
    private final MemoryFile file = new MemoryFile();
    private final ParquetWriter<@Nullable Object[]> writer;

    public ParquetRows(List<Column> columns) {
        try {
            this.writer = new Builder(file, columns)
                    .withConf(new PlainParquetConfiguration())
                    .withCodecFactory(new Gzip())
                    .withCompressionCodec(CompressionCodecName.GZIP)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    @Override
    public void add(@Nullable Object[] values) {
        try {
            writer.write(values);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    @Override
    public long size() {
        return writer.getDataSize();
    }

    @Override
    public byte[] end() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return file.content();
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
        private final List<Column> columns;

        Builder(MemoryFile file, List<Column> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(columns);
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still, and called by nobody with a plain configuration
        protected WriteSupport<@Nullable Object[]> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return new Rows(columns);
        }
    }
}
