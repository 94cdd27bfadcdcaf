/** Where organisers set up partnering events and fill their tables, and people say whom they wish to meet. */
@NullMarked
package org.caravanserai.partnering.tables.ui;

import org.jspecify.annotations.NullMarked;
