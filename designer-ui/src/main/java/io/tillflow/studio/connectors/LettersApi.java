package io.tillflow.studio.connectors;

import io.tillflow.studio.connectors.Letters.Preview;
import io.tillflow.studio.connectors.Letters.Suppressed;
import io.tillflow.studio.connectors.Letters.SuppressionList;
import io.tillflow.studio.connectors.Letters.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letters for programs, under the same roles as the page. */
@RestController
@RequestMapping("/api/v1/letters")
class LettersApi {
    private final LettersDesk desk;

    LettersApi(LettersDesk desk) {
        this.desk = desk;
    }

    record Address(@Nullable String address, @Nullable String reason) {
        @Override
        public String toString() {
            return "Address[hidden]";
        }
    }

    @GetMapping("/templates")
    Templates templates() {
        return desk.templates();
    }

    @GetMapping("/templates/{name}")
    Preview preview(@PathVariable String name, @RequestParam(defaultValue = "en") String language) {
        return desk.preview(name, language);
    }

    @GetMapping("/suppressed")
    SuppressionList suppressed(@RequestParam @Nullable Long after) {
        return desk.suppressed(after);
    }

    @PostMapping("/suppressed")
    Suppressed suppress(@RequestBody Address address) {
        return desk.suppress(address.address(), address.reason());
    }

    @DeleteMapping("/suppressed/{seq}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writeAgain(@PathVariable long seq) {
        desk.writeAgain(seq);
    }
}
