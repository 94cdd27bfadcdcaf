/** The views in which people make appointments, answer them and see what has become of them. */
@NullMarked
package org.caravanserai.gathering.ui;

import org.jspecify.annotations.NullMarked;
