package io.tillflow.studio.kit;

/** A view whose canvas fills the page: the rail beside it shrinks to icons and the page has no padding. */
public interface CanvasPage {}
