package io.tillflow.storefront.api;

import io.tillflow.storefront.exports.Exports;
import io.tillflow.storefront.imports.ImportKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out files that the import reads. */
@RestController
@RequestMapping("/api/v1/admin/exports")
class ExportApi {
    private final Exports exports;

    ExportApi(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/{kind}")
    void run(@PathVariable String kind, HttpServletResponse response) throws IOException {
        ImportKind what = ImportKind.of(kind).orElseThrow(() -> ShopProblem.notFound("kind of export"));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + kind + ".csv\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        exports.write(what, out);
        out.flush();
    }
}
