package nl.meedoen.documents.content;

import java.util.List;

/**
 * A file that may be kept.
 *
 * @param name safe to offer to a browser, with the extension that belongs to what it is
 * @param bytes as they are kept: pictures have lost what the camera wrote into them
 * @param previews pictures of the first pages, as PNG or JPEG; empty where none could be made
 */
public record CheckedFile(String name, FileType type, byte[] bytes, List<byte[]> previews) {}
