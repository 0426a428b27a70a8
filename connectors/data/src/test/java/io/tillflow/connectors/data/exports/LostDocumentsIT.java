package io.tillflow.connectors.data.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.local.LocalFiles;
import io.tillflow.connectors.provider.TestDatabase;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a store lost, and another store, is noticed; and what is too much for one document. */
class LostDocumentsIT extends ExportCase {
    @Test
    void anotherStoreIsNoticedGetsEveryDayAndIsSaid() {
        run("r1", CSV, null);
        LocalFiles before = store;
        store = new LocalFiles(folder.resolve("another"));
        assertThat(run("r2", CSV, null))
                .satisfies(run -> assertThat(run.written()).isEqualTo(4))
                .satisfies(run -> assertThat(run.notice()).contains("another one than before: 4 of 4 documents"));
        assertThat(text("day=2026-02-01")).contains("a,");
        assertThat(run("r3", CSV, null))
                .satisfies(run -> assertThat(run.written()).isZero())
                .satisfies(run -> assertThat(run.notice()).isNull());
        store = before;
        assertThat(run("r4", CSV, null).notice()).contains("has every document as it was written");
    }

    @Test
    void anotherStoreThatHadAnotherShopsDocumentsIsNotBelieved() {
        run("r1", CSV, null);
        database.sql("update shop.bought set amount = 1").update();
        store = new LocalFiles(folder.resolve("another"));
        database.sql("truncate connectors.export_part, connectors.export_store").update();
        run("r2", CSV, null);
        database.sql("update shop.bought set amount = 4200").update();
        database.sql("truncate connectors.export_part, connectors.export_store").update();
        store = new LocalFiles(folder);
        run("r3", CSV, null);
        store = new LocalFiles(folder.resolve("another"));
        assertThat(run("r4", CSV, null).written()).isEqualTo(4);
        assertThat(text("day=2026-02-01")).contains(",4200,");
    }

    @Test
    void whatDiedInAnotherStoreGoesOnThere() {
        run("r1", CSV, null);
        store = new LocalFiles(folder.resolve("another"));
        AtomicInteger left = new AtomicInteger(3); // the mark, and two days
        assertThatThrownBy(() -> exporter(dying(left), NOW).run("r2", CSV, null, "ada"))
                .hasMessage("the store is away");
        assertThat(run("r2", CSV, null))
                .satisfies(run -> assertThat(run.written()).isEqualTo(2))
                .satisfies(run -> assertThat(run.notice()).contains("another one than before: 2 of 4"));
    }

    @Test
    void documentsThatAreGoneOrWereChangedAreWrittenAgainAloneAndNamed() throws Exception {
        run("r1", CSV, null);
        Files.delete(folder.resolve("exports/purchases/v1/day=2026-02-01/purchases.csv"));
        store.replace(new FilePath("exports/purchases/v1/day=2026-03-04/purchases.csv"), new byte[76]);
        assertThat(run("r2", CSV, null))
                .satisfies(run -> assertThat(run.written()).isEqualTo(2))
                .satisfies(run -> assertThat(run.notice())
                        .isEqualTo("2 of 4 documents were gone or not as they were written, and are written again:"
                                + " 2026-02-01, 2026-03-04"));
        assertThat(text("day=2026-02-01")).contains("a,");
        assertThat(text("day=2026-03-04")).contains("c,");
        database.sql("delete from shop.bought where id = 'b'").update();
        run("r3", CSV, null);
        Files.delete(folder.resolve("exports/purchases/v1/day=2026-03-03/purchases.csv"));
        assertThat(run("r4", CSV, null).written()).isEqualTo(1);
        assertThat(text("day=2026-03-03")).isEqualTo("id,customer,placed_at,amount,rate\r\n");
    }

    @Test
    void olderDocumentsAreLookedAtInTurn() {
        bought("x", "2026-01-01T10:00:00Z");
        bought("y", "2026-01-02T10:00:00Z");
        run("r1", CSV, null);
        List<LocalDate> older = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Instant then = NOW.plusSeconds(i);
            List<Part> seen = book(then).toLookAt(CSV, 7, 1);
            assertThat(seen).hasSize(4).extracting(Part::day).contains(LocalDate.parse("2026-03-03"));
            older.add(seen.getLast().day());
            book(then).lookedAt("r1", CSV, seen.getLast(), true);
        }
        assertThat(older)
                .extracting(LocalDate::toString)
                .containsExactlyInAnyOrder("2026-01-01", "2026-01-02", "2026-02-01");
        Part lost = book(NOW).toLookAt(CSV, 7, 1).getLast();
        book(NOW.plusSeconds(9)).lookedAt("r1", CSV, lost, false);
        assertThat(book(NOW).toLookAt(CSV, 7, 1).getLast().day())
                .as("looked at first, until it is held")
                .isEqualTo(lost.day());
    }

    @Test
    void aDayWithTooManyRowsForADocumentBecomesSeveral() throws Exception {
        for (int i = 0; i < 4; i++) {
            bought("m" + i, "2026-03-04T1" + i + ":00:00Z");
        }
        ExportRun first = small("r1");
        assertThat(List.of(first.days(), first.written(), (int) first.rows())).containsExactly(4, 4, 8);
        assertThat(first.notice()).isEqualTo("2026-03-04 has too many rows for one document and lies in several");
        assertThat(parts(CSV)).extracting(Part::piece).containsExactly(1, 1, 2, 3, 1, 1);
        String folderOfDay = "exports/purchases/v1/day=2026-03-04/purchases";
        assertThat(bytes(folderOfDay + ".csv"))
                .asString()
                .contains("c,")
                .contains("m0,")
                .doesNotContain("m1,");
        assertThat(bytes(folderOfDay + "-3.csv")).asString().contains("m3,").startsWith("id,customer");
        assertThat(small("r2").written()).isZero();
        Files.delete(folder.resolve(folderOfDay + "-2.csv"));
        assertThat(small("r3").rows()).isEqualTo(2);
        assertThat(bytes(folderOfDay + "-2.csv")).asString().contains("m1,").contains("m2,");
        database.sql("delete from shop.bought where id in ('m1', 'm2', 'm3')").update();
        small("r4");
        assertThat(bytes(folderOfDay + "-3.csv")).asString().isEqualTo("id,customer,placed_at,amount,rate\r\n");
    }

    private ExportRun small(String id) {
        ReportingRows rows = new ReportingRows(TestDatabase.dataSource(), 2);
        return new Exporter(book(NOW), rows, store, Clock.fixed(NOW, ZoneOffset.UTC)).run(id, CSV, null, "ada");
    }
}
