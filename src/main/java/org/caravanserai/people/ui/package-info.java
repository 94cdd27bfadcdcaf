/** The views of one's own profile and account, of a meeting's roles, and the administrators' accounts, trail and institutions. */
@NullMarked
package org.caravanserai.people.ui;

import org.jspecify.annotations.NullMarked;
