/**
 * What a publisher deposits with Crossref so that each published abstract gets a DOI.
 */
@NullMarked
package org.caravanserai.exchange.deposit;

import org.jspecify.annotations.NullMarked;
