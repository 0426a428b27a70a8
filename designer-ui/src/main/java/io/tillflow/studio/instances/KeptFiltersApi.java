package io.tillflow.studio.instances;

import io.tillflow.studio.instances.KeptFilters.Kept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters that whoever asks has kept, for programs. */
@RestController
@RequestMapping("/api/v1/instance-filters")
class KeptFiltersApi {
    private static final int LONGEST_NAME = 60;

    private final KeptFilters kept;

    KeptFiltersApi(KeptFilters kept) {
        this.kept = kept;
    }

    record Lines(List<Kept> items) {}

    /** @param address the parameters of the list, such as {@code state=incident&process=order-fulfilment} */
    record Wanted(String address) {}

    @GetMapping
    Lines all() {
        return new Lines(kept.all());
    }

    /** Keeps a filter; one of the same name is replaced. */
    @PutMapping("/{name}")
    Kept keep(@PathVariable String name, @RequestBody Wanted wanted) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("expected a name of at most " + LONGEST_NAME + " characters");
        }
        String address = wanted.address() == null ? "" : wanted.address().replaceFirst("^\\?", "");
        Map<String, List<String>> parameters = new LinkedHashMap<>(
                UriComponentsBuilder.newInstance().query(address).build().getQueryParams());
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("expected an address such as state=incident&process=order-fulfilment");
        }
        Parameters.parse(parameters);
        kept.keep(name, address);
        return new Kept(name.strip(), address);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String name) {
        kept.forget(name);
    }
}
