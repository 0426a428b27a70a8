package io.tillflow.storefront.pictures;

/**
 * A picture in one width.
 *
 * @param webp true for a WebP, false for a JPEG
 */
public record PictureFile(byte[] bytes, boolean webp) {}
