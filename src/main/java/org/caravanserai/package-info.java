/** The application: it starts the modules and holds nothing else. */
@NullMarked
package org.caravanserai;

import org.jspecify.annotations.NullMarked;
