package io.tillflow.studio.tasks;

import io.tillflow.studio.security.People;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.security.User;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The people a task can be given to. */
@Service
class Colleagues {

    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    List<String> names() {
        return people.all().stream()
                .filter(it -> !it.disabled() && works(Role.including(it.roles())))
                .map(User::name)
                .toList();
    }

    private static boolean works(Set<Role> roles) {
        return roles.contains(Role.OPERATOR) || roles.contains(Role.MERCHANT);
    }
}
