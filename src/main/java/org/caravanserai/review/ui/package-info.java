/** The committee's views: the list of proposals, the decisions that wait, and what their mails say. */
@NullMarked
package org.caravanserai.review.ui;

import org.jspecify.annotations.NullMarked;
