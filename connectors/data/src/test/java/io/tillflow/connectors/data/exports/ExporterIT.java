package io.tillflow.connectors.data.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExporterIT extends ExportCase {
    @Test
    void writesADocumentADayAndLaterOnlyWhatChanged() {
        ExportRun first = run("r1", CSV, null);
        assertThat(first.state()).isEqualTo("DONE");
        assertThat(List.of(first.days(), first.written(), (int) first.rows(), first.late(), first.schemaVersion()))
                .containsExactly(4, 4, 4, 0, 1);
        assertThat(first.watermark()).isEqualTo(NOW);
        assertThat(text("day=2026-03-04"))
                .isEqualTo("id,customer,placed_at,amount,rate\r\nc,U-1,2026-03-04T00:00:00Z,4200,0.19\r\n");
        assertThat(run("r2", CSV, null).written()).isZero();
        bought("e", "2026-03-05T08:30:00Z");
        ExportRun third = run("r3", CSV, null);
        assertThat(List.of(third.written(), (int) third.rows(), third.late())).containsExactly(1, 2, 0);
        assertThat(parts(CSV).getFirst())
                .satisfies(part -> assertThat(part.open()).isTrue())
                .satisfies(part -> assertThat(part.revision()).isEqualTo(2))
                .satisfies(part -> assertThat(part.checksum()).isEqualTo(Checksum.of(bytes(part.path()))));
    }

    @Test
    void rowsThatComeLateOrGoChangeTheirDayAndABackFillFindsTheOnesFromLongAgo() {
        run("r1", CSV, null);
        bought("late", "2026-03-03T12:00:00Z");
        bought("older", "2026-02-01T11:00:00Z");
        database.sql("delete from shop.bought where id = 'c'").update();
        ExportRun again = run("r2", CSV, null);
        assertThat(List.of(again.written(), again.late())).containsExactly(2, 1);
        assertThat(text("day=2026-03-03")).contains("late,").contains("b,");
        assertThat(text("day=2026-03-04")).isEqualTo("id,customer,placed_at,amount,rate\r\n");
        assertThat(text("day=2026-02-01")).doesNotContain("older");
        ExportRun filled = run("r3", CSV, LocalDate.parse("2026-02-01"));
        assertThat(List.of(filled.written(), filled.late())).containsExactly(4, 1);
        assertThat(text("day=2026-02-01")).contains("older,");
    }

    @Test
    void aRunFromADayWritesEveryDayAnewAndLeavesNoneOut() {
        run("r1", CSV, LocalDate.parse("2026-03-05"));
        assertThat(parts(CSV)).hasSize(4);
        assertThat(run("r2", CSV, LocalDate.parse("2026-02-01")).written()).isEqualTo(4);
    }

    @Test
    void parquetIsReadByAnotherReader() throws Exception {
        database.sql("update shop.bought set customer = null, rate = null where id = 'd'")
                .update();
        run("r1", PARQUET, null);
        List<String> rows = new ArrayList<>();
        for (String day : List.of("2026-03-04", "2026-03-05")) {
            byte[] content = bytes("exports/purchases/v1/day=" + day + "/purchases.parquet");
            try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(content)));
                    RowReader row = file.rowReader()) {
                while (row.hasNext()) {
                    row.next();
                    rows.add(row.getString(0) + " " + (row.isNull(1) ? "none" : row.getString(1)) + " "
                            + row.getTimestamp(2) + " " + row.getLong(3) + " "
                            + (row.isNull(4) ? "none" : row.getDouble(4)));
                }
            }
        }
        assertThat(rows)
                .containsExactly(
                        "c U-1 2026-03-04T00:00:00Z 4200 0.19", "d none 2026-03-05T08:00:00.123456Z 4200 none");
        assertThat(run("r2", PARQUET, null).written()).isZero();
    }

    @Test
    void goesOnAfterItDiedAndARepeatOfItsIdChangesNothing() {
        AtomicInteger left = new AtomicInteger(3); // the store's mark, and two days
        assertThatThrownBy(() -> exporter(dying(left), NOW).run("r1", CSV, null, "ada"))
                .hasMessage("the store is away");
        assertThat(book(NOW).run("r1").orElseThrow())
                .satisfies(run -> assertThat(run.state()).isEqualTo("FAILED"))
                .satisfies(run -> assertThat(run.problem()).isEqualTo("the store is away"))
                .satisfies(run -> assertThat(run.watermark()).isNull());
        ExportRun whole = run("r1", CSV, null);
        assertThat(List.of(whole.days(), whole.written())).containsExactly(3, 2);
        bought("e", "2026-03-05T08:30:00Z");
        assertThat(run("r1", CSV, null)).isEqualTo(whole);
        assertThat(parts(CSV)).hasSize(4);
    }

    @Test
    void anotherSchemaGetsAVersionAndAFolderOfItsOwn() {
        run("r1", CSV, null);
        database.sql("drop view shop.reporting_purchase").update();
        database.sql("create view shop.reporting_purchase as select *, 'DE' as country from shop.bought")
                .update();
        assertThat(run("r2", CSV, LocalDate.parse("2026-03-01")).schemaVersion())
                .isEqualTo(2);
        assertThat(bytes("exports/purchases/v2/day=2026-03-04/purchases.csv"))
                .asString()
                .contains(",country\r\n");
        assertThat(text("day=2026-03-04")).doesNotContain("country");
    }

    @Test
    void oneRunAtATimeUntilItIsSilentForTooLong() {
        assertThat(book(NOW).begin("r1", CSV, "ada")).isTrue();
        assertThat(book(NOW).begin("r1", CSV, "ada")).isFalse();
        assertThatThrownBy(() -> run("r2", CSV, null))
                .isInstanceOf(HeldBack.class)
                .hasMessageContaining("under way");
        assertThat(run("r3", PARQUET, null).state()).isEqualTo("DONE");
        Instant later = NOW.plusSeconds(301);
        assertThat(exporter(store, later).run("r2", CSV, null, "ada").state()).isEqualTo("DONE");
        assertThat(book(NOW).run("r1").orElseThrow().problem()).isEqualTo("was interrupted");
    }

    @Test
    void aShopWithoutOrdersOrWithoutViewsIsSaid() {
        database.sql("truncate shop.bought").update();
        assertThat(run("r1", CSV, null).days()).isZero();
        database.sql("drop view shop.reporting_purchase").update();
        assertThatThrownBy(() -> run("r2", CSV, null)).isInstanceOf(ProviderUnavailable.class);
    }
}
