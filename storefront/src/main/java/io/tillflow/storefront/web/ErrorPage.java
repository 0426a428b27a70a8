package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

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
        String text = status.is4xxClientError() ? say("shop.noSense") : say("shop.writtenDown");
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            return Troubles.problem(status, text);
        }
        return templates.page(
                status,
                "message",
                Map.of(
                        "shell",
                        shells.of(request, say("shop.didntWorkTitle")),
                        "headline",
                        say("shop.didntWork"),
                        "text",
                        text,
                        "again",
                        false));
    }
}
