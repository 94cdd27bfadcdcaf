/** The addresses that programs ask, and the gate before them. */
@NullMarked
package org.caravanserai.api.web;

import org.jspecify.annotations.NullMarked;
