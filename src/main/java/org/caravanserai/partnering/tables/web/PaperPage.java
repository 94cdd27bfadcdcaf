package org.caravanserai.partnering.tables.web;

import org.caravanserai.print.PrintProgress;

/**
 * The page that shows how far a paper is.
 *
 * @param kind what it is
 * @param back where its reader came from
 */
public record PaperPage(String kind, String event, String meeting, String back, PrintProgress progress) {}
