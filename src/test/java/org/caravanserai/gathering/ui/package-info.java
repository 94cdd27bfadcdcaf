@NullMarked
package org.caravanserai.gathering.ui;

import org.jspecify.annotations.NullMarked;
