package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;

/** Takes the whole project away and brings it in, beside the list of its models; whoever can provides it. */
public interface ProjectDesk {
    Component menu();
}
