/**
 * A meeting as one zip that is readable without this product, and back: {@code docs/meeting-archive.md} describes the
 * format. What is in it, each module says itself ({@link org.caravanserai.platform.KeptRecords}).
 */
@NullMarked
package org.caravanserai.exchange.archive;

import org.jspecify.annotations.NullMarked;
