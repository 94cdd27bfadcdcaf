/** Registering, signing in, profiles, institutions and roles, as a specification. */
@NullMarked
package org.caravanserai.people;

import org.jspecify.annotations.NullMarked;
