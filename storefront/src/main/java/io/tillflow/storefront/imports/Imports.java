package io.tillflow.storefront.imports;

import io.tillflow.storefront.imports.Importer.Outcome;
import io.tillflow.storefront.stock.Locations.NoSuchLocation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs imports: a thing that was taken over before is only changed, so a run that broke off is simply run again. */
@Service
public class Imports {
    private static final int MOST_ERRORS = 1000;
    private static final int STEP = 50;

    private final Map<ImportKind, Importer> importers = new EnumMap<>(ImportKind.class);
    private final TransactionTemplate transaction;

    Imports(List<Importer> importers, TransactionTemplate transaction) {
        importers.forEach(importer -> this.importers.put(importer.kind(), importer));
        this.transaction = transaction;
    }

    /** Hears how far a run is. */
    public interface Progress {
        void at(int done, int of);
    }

    /** @param dryRun does everything and takes it back, so what it reports is what would be */
    public ImportReport run(ImportKind kind, String csv, boolean dryRun, Progress progress) {
        Importer importer = java.util.Objects.requireNonNull(importers.get(kind), kind::name);
        Sheet sheet = Sheet.read(csv);
        Map<String, List<CSVRecord>> things = sheet.grouped(importer.key(sheet));
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        List<RowError> errors = new ArrayList<>();
        int failed = 0;
        int done = 0;
        for (List<CSVRecord> rows : things.values()) {
            Outcome outcome = twice(importer, sheet, rows, dryRun, errors);
            if (outcome == null) {
                failed++;
            } else {
                outcomes.merge(outcome, 1, Integer::sum);
            }
            if (++done % STEP == 0) {
                progress.at(done, things.size());
            }
        }
        if (!dryRun) {
            importer.stored();
        }
        return new ImportReport(
                kind,
                dryRun,
                sheet.rows().size(),
                outcomes.getOrDefault(Outcome.CREATED, 0),
                outcomes.getOrDefault(Outcome.UPDATED, 0),
                outcomes.getOrDefault(Outcome.UNCHANGED, 0),
                failed,
                errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
    }

    /** Somebody else may be at the same rows; what was given up for them is tried once more. */
    private @Nullable Outcome twice(
            Importer importer, Sheet sheet, List<CSVRecord> rows, boolean dryRun, List<RowError> errors) {
        try {
            return one(importer, sheet, rows, dryRun, errors);
        } catch (PessimisticLockingFailureException first) {
            try {
                return one(importer, sheet, rows, dryRun, errors);
            } catch (PessimisticLockingFailureException again) {
                errors.add(error(rows, "is being changed by somebody else; send it again"));
                return null;
            }
        }
    }

    private @Nullable Outcome one(
            Importer importer, Sheet sheet, List<CSVRecord> rows, boolean dryRun, List<RowError> errors) {
        List<RowError> own = new ArrayList<>();
        try {
            Outcome outcome = transaction.execute(status -> {
                Outcome stored = importer.store(sheet, rows, own);
                if (dryRun || !own.isEmpty()) {
                    status.setRollbackOnly();
                }
                return stored;
            });
            errors.addAll(own);
            return own.isEmpty() ? outcome : null;
        } catch (DataIntegrityViolationException e) {
            errors.add(error(rows, "contradicts what the shop has or another row of the file"));
            return null;
        } catch (NoSuchLocation closed) {
            errors.add(error(rows, "names a location that was closed meanwhile"));
            return null;
        }
    }

    private static RowError error(List<CSVRecord> rows, String what) {
        return new RowError(rows.getFirst().getRecordNumber(), "", what);
    }
}
