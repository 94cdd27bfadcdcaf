/**
 * How texts of all the languages here are taken apart, compared and found: one way for every search in the product. It
 * builds on {@link org.caravanserai.text.Folding} and on Lucene's analysis of English, Russian and Japanese.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("search")
package org.caravanserai.text.search;

import org.jspecify.annotations.NullMarked;
