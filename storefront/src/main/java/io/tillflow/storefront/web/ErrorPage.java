package io.tillflow.storefront.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is left when the server itself refuses a request. */
@Controller
class ErrorPage implements ErrorController {
    private final Shells shells;
    private final Templates templates;

    ErrorPage(Shells shells, Templates templates) {
        this.shells = shells;
        this.templates = templates;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus resolved = HttpStatus.resolve(code instanceof Integer c ? c : 404);
        HttpStatus status = resolved == null ? HttpStatus.INTERNAL_SERVER_ERROR : resolved;
        String text = status.is4xxClientError()
                ? "The shop couldn’t make sense of that request."
                : "It has been written down and somebody will look.";
        return templates.page(
                status,
                "message",
                Map.of(
                        "shell",
                        shells.of(request, "That didn’t work"),
                        "headline",
                        "That didn’t work.",
                        "text",
                        text,
                        "again",
                        false));
    }
}
