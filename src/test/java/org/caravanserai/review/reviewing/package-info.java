@NullMarked
package org.caravanserai.review.reviewing;

import org.jspecify.annotations.NullMarked;
