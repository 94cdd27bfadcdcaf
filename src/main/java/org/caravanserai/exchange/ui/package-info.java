/** The view in which administrators take in agendas of other tools. */
@NullMarked
package org.caravanserai.exchange.ui;

import org.jspecify.annotations.NullMarked;
