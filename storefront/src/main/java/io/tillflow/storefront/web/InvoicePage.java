package io.tillflow.storefront.web;

import io.tillflow.storefront.invoices.Invoice;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** An order's invoice, for whoever has its token. */
@Controller
class InvoicePage {
    private final Orders orders;
    private final Invoice invoice;

    InvoicePage(Orders orders, Invoice invoice) {
        this.orders = orders;
        this.invoice = invoice;
    }

    @GetMapping("/orders/{id}/invoice.pdf")
    ResponseEntity<byte[]> invoice(@PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        Order order = orders.find(id)
                .filter(o -> o.opensWith(token))
                .filter(Invoice::exists)
                .orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"invoice-" + order.number() + ".pdf\"")
                .body(invoice.of(order, orders.history(id)));
    }
}
