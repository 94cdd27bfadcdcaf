/** The public pages and feeds. */
@NullMarked
package org.caravanserai.programme.web;

import org.jspecify.annotations.NullMarked;
