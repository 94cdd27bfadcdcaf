/** Signing in and staying so, registering and all that a password needs, as plain pages; and the rules of the whole site's security. */
@NullMarked
package org.caravanserai.people.web;

import org.jspecify.annotations.NullMarked;
