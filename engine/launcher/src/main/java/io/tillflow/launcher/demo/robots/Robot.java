package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.proof.OrderFact;
import java.util.List;

/** Somebody who now and then looks at the run's orders and does what they need of them. */
public interface Robot {
    /** Does what there is to do just now. */
    void act(List<OrderFact> orders);
}
