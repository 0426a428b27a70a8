package io.tillflow.studio.connectors;

import io.tillflow.studio.connectors.Rehearsal.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connectors for programs, under the same roles as the pages. */
@RestController
@RequestMapping("/api/v1/connectors")
class ConnectorsApi {
    private final ConnectorsDesk desk;

    ConnectorsApi(ConnectorsDesk desk) {
        this.desk = desk;
    }

    record Reason(@Nullable String reason) {}

    record Recipient(@Nullable String to) {}

    record Value(@Nullable String value) {
        @Override
        public String toString() {
            return "Value[hidden]";
        }
    }

    record Secrets(List<Secret> items) {}

    @GetMapping
    Installed installed() {
        return desk.installed();
    }

    @PutMapping("/outward-stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@RequestBody Reason reason) {
        desk.stopOutward(reason.reason());
    }

    @DeleteMapping("/outward-stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume() {
        desk.resumeOutward();
    }

    @PostMapping("/messaging/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(@RequestBody Recipient recipient) {
        desk.sendTestLetter(recipient.to());
    }

    @GetMapping("/sandbox")
    Rehearsal rehearsal() {
        return desk.rehearsal();
    }

    /** Sets one provider's behaviour as a whole. */
    @PutMapping("/sandbox")
    Rehearsal misbehave(@RequestBody Fault fault) {
        desk.misbehave(fault);
        return desk.rehearsal();
    }

    @GetMapping("/secrets")
    Secrets secrets() {
        return new Secrets(desk.secrets());
    }

    @PutMapping("/secrets/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable String name, @RequestBody Value value) {
        desk.setSecret(name, value.value());
    }

    @DeleteMapping("/secrets/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        desk.deleteSecret(name);
    }
}
