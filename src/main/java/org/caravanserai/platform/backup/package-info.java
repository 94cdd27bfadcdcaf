/** The whole database as one file that needs neither the database it came from nor the product to be read. */
@NullMarked
@org.springframework.modulith.NamedInterface("backup")
package org.caravanserai.platform.backup;

import org.jspecify.annotations.NullMarked;
