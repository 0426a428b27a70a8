package io.tillflow.storefront.api;

import io.tillflow.storefront.imports.BadSheet;
import io.tillflow.storefront.imports.ImportKind;
import io.tillflow.storefront.imports.Imports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes over files; answers lines of JSON: how far it is ("done", "of"), and at the end the report or a problem. */
@RestController
@RequestMapping("/api/v1/admin/imports")
class ImportApi {
    private static final int LARGEST = 20_000_000;

    private final Imports imports;
    private final JsonMapper json;

    ImportApi(Imports imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    @PostMapping(path = "/{kind}", consumes = "text/csv", produces = "application/x-ndjson")
    void run(
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] csv,
            HttpServletResponse response)
            throws IOException {
        ImportKind what = ImportKind.of(kind).orElseThrow(() -> ShopProblem.notFound("kind of import"));
        byte[] given = csv == null ? new byte[0] : csv;
        if (given.length > LARGEST) {
            throw new ShopProblem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "A file may have 20 MB: split it, the order does not matter.");
        }
        response.setContentType("application/x-ndjson;charset=UTF-8");
        OutputStream out = response.getOutputStream();
        try {
            write(
                    out,
                    imports.run(
                            what,
                            new String(given, StandardCharsets.UTF_8),
                            dryRun,
                            (done, of) -> write(out, Map.of("done", done, "of", of))));
        } catch (BadSheet bad) {
            write(out, Map.of("problem", String.valueOf(bad.getMessage())));
        }
    }

    private void write(OutputStream out, Object line) {
        try {
            out.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
