package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.reminders.CartReminders;
import io.tillflow.storefront.reminders.FollowUps;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where somebody says that they want no more letters, without signing in. Looking changes nothing, because mail programs
 * look at links; mail programs that offer a button of their own send the form (RFC 8058).
 */
@Controller
class LetterStopPage {
    private static final String PATH = "/letters/stop/";

    private final CartReminders reminders;
    private final FollowUps followUps;
    private final Shells shells;
    private final Templates templates;

    LetterStopPage(CartReminders reminders, FollowUps followUps, Shells shells, Templates templates) {
        this.reminders = reminders;
        this.followUps = followUps;
        this.shells = shells;
        this.templates = templates;
    }

    @GetMapping(PATH + "{id}/{key}")
    ResponseEntity<byte[]> ask(HttpServletRequest request, @PathVariable UUID id, @PathVariable String key) {
        return reminders.knows(id, key) || followUps.knows(id, key) ? page(request, false) : gone(request);
    }

    @PostMapping(PATH + "{id}/{key}")
    ResponseEntity<byte[]> stop(HttpServletRequest request, @PathVariable UUID id, @PathVariable String key) {
        return reminders.stop(id, key) || followUps.stop(id, key) ? page(request, true) : gone(request);
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, boolean done) {
        return templates.page(
                "letterstop",
                Map.of("shell", shells.of(request, say("account.stopLetters")), "done", done, "known", true));
    }

    private ResponseEntity<byte[]> gone(HttpServletRequest request) {
        return templates.page(
                HttpStatus.NOT_FOUND,
                "letterstop",
                Map.of("shell", shells.of(request, say("account.stopLetters")), "done", false, "known", false));
    }
}
