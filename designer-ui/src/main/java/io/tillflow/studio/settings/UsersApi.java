package io.tillflow.studio.settings;

import io.tillflow.studio.security.People;
import io.tillflow.studio.security.People.Refused;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.security.User;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may sign in, for programs of an administrator. */
@RestController
@RequestMapping("/api/v1/users")
@RolesAllowed(Role.Is.ADMIN)
class UsersApi {
    private final People people;

    UsersApi(People people) {
        this.people = people;
    }

    record Newcomer(String name, Set<Role> roles) {}

    /** A password that is good for one sign-in and cannot be had again. */
    record HandedOut(String name, String password) {}

    record Roles(Set<Role> roles) {}

    record Access(boolean disabled) {}

    @GetMapping
    Map<String, List<User>> all() {
        return Map.of("users", people.all());
    }

    @GetMapping("/{name}")
    User one(@PathVariable String name) {
        return people.one(name);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HandedOut add(@RequestBody Newcomer newcomer) {
        return new HandedOut(People.known(newcomer.name()), people.add(newcomer.name(), newcomer.roles()));
    }

    @PutMapping("/{name}/roles")
    User roles(@PathVariable String name, @RequestBody Roles wanted) {
        people.setRoles(name, wanted.roles());
        return people.one(name);
    }

    @PutMapping("/{name}/access")
    User access(@PathVariable String name, @RequestBody Access wanted) {
        people.setDisabled(name, wanted.disabled());
        return people.one(name);
    }

    @PostMapping("/{name}/password")
    HandedOut password(@PathVariable String name) {
        return new HandedOut(name, people.resetPassword(name));
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        return switch (refused.why()) {
            case UNKNOWN -> problem(HttpStatus.NOT_FOUND, "There is no user of that name.");
            case NAME_TAKEN -> problem(HttpStatus.CONFLICT, "There is a user of that name already.");
            case LAST_ADMIN ->
                problem(
                        HttpStatus.CONFLICT,
                        "Nobody could change settings any more: make somebody else an administrator first.");
            case NAME_INVALID ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "A name begins with a letter or digit, has 2 to 63 of a-z 0-9 . _ @ - and no spaces.");
            case NO_ROLE ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "A user has at least one of the roles " + List.of(Role.values()));
            case WRONG_PASSWORD, PASSWORD_SHORT, PASSWORD_IS_NAME ->
                throw new IllegalStateException("expected nobody to choose a password here", refused);
        };
    }

    private static ProblemDetail problem(HttpStatus status, String why) {
        return ProblemDetail.forStatusAndDetail(status, why);
    }
}
