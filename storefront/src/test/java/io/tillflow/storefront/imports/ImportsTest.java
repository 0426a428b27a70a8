package io.tillflow.storefront.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an import does where somebody else is at the same rows. */
class ImportsTest {
    private static final String FILE = "SKU,Count\nCUP,1\nPOT,2\n";

    @Test
    void whatWasGivenUpForSomebodyElseIsTriedOnceMore() {
        ImportReport report = run(1);
        assertThat(report.updated()).isEqualTo(2);
        assertThat(report.failed()).isZero();
        assertThat(report.errors()).isEmpty();
    }

    @Test
    void whatCannotBeHadIsAnErrorOfItsRowsAndTheOthersAreTakenOver() {
        ImportReport report = run(2);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.errors().toString()).contains("changed by somebody else");
    }

    private static ImportReport run(int collisions) {
        TransactionTemplate transaction = new TransactionTemplate(mock(PlatformTransactionManager.class));
        return new Imports(List.of(new Colliding(collisions)), transaction)
                .run(ImportKind.INVENTORY, FILE, false, (done, of) -> {});
    }

    /** The first times it is given up by the database. */
    private static final class Colliding implements Importer {
        private int left;

        Colliding(int collisions) {
            left = collisions;
        }

        @Override
        public ImportKind kind() {
            return ImportKind.INVENTORY;
        }

        @Override
        public String key(Sheet sheet) {
            return "SKU";
        }

        @Override
        public Outcome store(Sheet sheet, List<CSVRecord> rows, List<RowError> errors) {
            if (left-- > 0) {
                throw new CannotAcquireLockException("deadlock detected");
            }
            return Outcome.UPDATED;
        }
    }
}
