package io.tillflow.studio.instances;

import io.tillflow.engine.history.Facts.Element;

/**
 * What of an instance somebody looks at.
 *
 * @param elementId empty for the instance as a whole
 * @param passage the one passage through the element that is meant; 0 for all of them
 */
record Chosen(String elementId, long passage) {

    static final Chosen NONE = new Chosen("", 0);

    static Chosen element(String elementId) {
        return new Chosen(elementId, 0);
    }

    static Chosen passage(Element element) {
        return new Chosen(element.elementId(), element.key());
    }

    boolean none() {
        return elementId.isEmpty();
    }

    /** Whether a passage through its element is meant. */
    boolean means(long elementInstanceKey) {
        return passage == 0 || passage == elementInstanceKey;
    }
}
