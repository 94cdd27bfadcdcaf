package org.caravanserai.print;

/**
 * A document as it is to be downloaded. Immutable: nobody changes its bytes.
 *
 * @param bytes the PDF
 * @param pages how many pages it has
 * @param tag changes with the bytes
 * @param missing the signs that no font of the machine has and that stand as frames; empty if there are none
 */
public record PrintedFile(byte[] bytes, int pages, String tag, String missing) {}
