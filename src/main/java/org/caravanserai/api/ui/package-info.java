/** Where a person makes and ends her tokens. */
@NullMarked
package org.caravanserai.api.ui;

import org.jspecify.annotations.NullMarked;
