/** What tests of every module share: databases, a clock that can be set, people to act as. */
@NullMarked
package org.caravanserai.testing;

import org.jspecify.annotations.NullMarked;
