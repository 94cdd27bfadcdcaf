package org.caravanserai.print;

import org.caravanserai.text.Language;

/**
 * What makes one document differ from another. What it names never changes, so a document never does.
 *
 * @param work all that the document depends on besides its language, such as a meeting, the number of a release and a kind
 * @param language the language it is in
 */
public record PrintKey(String work, Language language) {}
