/** The whole database as one file that needs neither the database it came from nor the product to be read. */
@NullMarked
package org.caravanserai.platform.backup;

import org.jspecify.annotations.NullMarked;
