package org.caravanserai.mail.web;

/**
 * What the page shows by which mails are stopped.
 *
 * @param sentence what comes to the reader, or that it comes no more
 * @param more what is said under it; empty for nothing
 * @param address where its button goes
 * @param does what its button does, {@code stop} or {@code again}; empty for no button
 * @param choose where the reader chooses everything else; empty if she has no account
 */
public record StopMailPage(String sentence, String more, String address, String does, String choose) {}
