package org.caravanserai.mail;

/**
 * A message to be read.
 *
 * @param line what a list shows of it
 * @param text its plain text
 * @param actionAddress where its button leads; empty if it has none, or if the reader may not use it
 */
public record MailText(MailLine line, String text, String actionAddress) {}
