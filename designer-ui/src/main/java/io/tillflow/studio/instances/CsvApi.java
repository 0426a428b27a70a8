package io.tillflow.studio.instances;

import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceRow.Money;
import io.tillflow.studio.instances.Rows.Listing;
import io.tillflow.studio.instances.Rows.Place;
import io.tillflow.studio.instances.Rows.Row;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All of a list as a table for a spreadsheet, read and sent page by page, so that its length costs no memory. */
@RestController
class CsvApi {

    private static final int PAGE = 500;

    private final Rows rows;

    CsvApi(Rows rows) {
        this.rows = rows;
    }

    @GetMapping("/api/v1/instances.csv")
    void csv(@RequestParam MultiValueMap<String, String> filter, HttpServletResponse response) throws IOException {
        Parameters parameters = filter.isEmpty() ? Parameters.initial() : Parameters.parse(filter);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"instances.csv\"");
        write(parameters, response.getWriter());
    }

    private void write(Parameters parameters, Writer text) throws IOException {
        text.write("key,state,order,process,version,where,since,started,ended,total,currency\r\n");
        Optional<String> cursor = Optional.empty();
        do {
            Listing listing = rows.list(parameters, cursor, PAGE);
            for (Row row : listing.rows()) {
                text.write(line(row));
            }
            cursor = listing.next();
        } while (cursor.isPresent());
    }

    private static String line(Row row) {
        Instance it = row.facts().instance();
        Optional<Place> place = row.places().stream().findFirst();
        Optional<Money> stake = row.facts().stake();
        return List.of(
                                String.valueOf(it.key()),
                                it.state().name(),
                                it.businessKey(),
                                it.processId(),
                                String.valueOf(it.version()),
                                place.map(Place::label).orElse(""),
                                place.map(p -> p.since().toString()).orElse(""),
                                it.startedAt().toString(),
                                it.endedAt().map(Object::toString).orElse(""),
                                stake.map(m -> String.valueOf(m.minor())).orElse(""),
                                stake.map(Money::currency).orElse(""))
                        .stream()
                        .map(CsvApi::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** Quoted, and never a formula to the spreadsheet that opens it. */
    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }
}
