package io.tillflow.studio.shop;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposed prices for programs. */
@RestController
@RequestMapping("/api/v1/shop/price-proposals")
@RolesAllowed(Role.Is.MERCHANT)
class ProposalsApi {
    private final ProposalDesk desk;

    ProposalsApi(ProposalDesk desk) {
        this.desk = desk;
    }

    /** @param price that was proposed, in minor units */
    record Answer(long price, @Nullable String reason) {}

    @GetMapping
    PriceProposals proposals() {
        return desk.proposals();
    }

    @PostMapping("/{sku}/acceptance")
    PriceProposals accept(@PathVariable String sku, @RequestBody Answer answer) {
        return desk.accept(sku, answer.price());
    }

    @PostMapping("/{sku}/refusal")
    PriceProposals refuse(@PathVariable String sku, @RequestBody Answer answer) {
        return desk.refuse(sku, answer.price(), answer.reason() == null ? "" : answer.reason());
    }

    @ExceptionHandler
    ProblemDetail changed(IllegalStateException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }
}
