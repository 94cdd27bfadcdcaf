/** Files that organisers fetch at addresses of their own. */
@NullMarked
package org.caravanserai.exchange.web;

import org.jspecify.annotations.NullMarked;
