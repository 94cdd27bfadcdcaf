@org.jspecify.annotations.NullMarked
package org.caravanserai.review.room;
