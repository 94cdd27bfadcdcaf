/** What the views of reviewing do for reviewers and contributors, as tests without a browser. */
@NullMarked
package org.caravanserai.review.ui;

import org.jspecify.annotations.NullMarked;
