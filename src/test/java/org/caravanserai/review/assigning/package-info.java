@NullMarked
package org.caravanserai.review.assigning;

import org.jspecify.annotations.NullMarked;
