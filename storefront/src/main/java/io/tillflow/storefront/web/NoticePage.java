package io.tillflow.storefront.web;

import io.tillflow.storefront.notices.Notices;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a reader puts away what the shop told them. */
@Controller
class NoticePage {
    private final Notices notices;
    private final Visitor visitor;

    NoticePage(Notices notices, Visitor visitor) {
        this.notices = notices;
        this.visitor = visitor;
    }

    @PostMapping("/account/notices/{id}/away")
    ResponseEntity<Void> putAway(HttpServletRequest request, @PathVariable UUID id) {
        notices.putAway(visitor.account(request).orElseThrow(NotSignedIn::new), id);
        return AccountEntry.to(Referers.of(request, "/account")).build();
    }
}
