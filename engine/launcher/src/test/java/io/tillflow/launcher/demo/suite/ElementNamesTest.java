package io.tillflow.launcher.demo.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ElementNamesTest {
    @Test
    void elementsAreCalledAsTheModelCallsThem() {
        assertThat(ElementNames.in("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
                  <process id="p" name="Order fulfilment">
                    <userTask id="review-order" name="Review&#10;order"/>
                    <exclusiveGateway id="merge"/>
                  </process>
                </definitions>
                """))
                .containsEntry("review-order", "Review order")
                .doesNotContainKey("merge");
    }

    @Test
    void aModelThatReachesOutsideIsNotFollowed() {
        assertThatThrownBy(() -> ElementNames.in("""
                <!DOCTYPE d [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>
                <d><userTask id="a" name="b"/>&passwords;</d>
                """)).isInstanceOf(IllegalStateException.class);
    }
}
