/** What the finding of words costs. */
@NullMarked
package org.caravanserai.text.search.benchmark;

import org.jspecify.annotations.NullMarked;
