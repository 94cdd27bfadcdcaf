package org.caravanserai.text.search;

import java.util.Set;

/**
 * A word as it stands in a text, and what a search knows it by.
 *
 * @param start where it begins in the text
 * @param end where it is over
 * @param forms the whole word, folded: one for each way to read it; pieces of two signs where words are not divided
 * @param kin what it has in common with other forms of the same word; may be empty
 */
public record Word(int start, int end, Set<String> forms, Set<String> kin) {}
