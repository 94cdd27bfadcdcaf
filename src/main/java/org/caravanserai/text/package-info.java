/**
 * What people read and how it is compared: languages, texts in several languages, names in all their forms, folding for
 * search, collation, message bundles and the writing of dates and times. Owns no data and listens to nobody.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.caravanserai.text;

import org.jspecify.annotations.NullMarked;
