/** The views of one's own profile and account, and the administrators' directory of institutions. */
@NullMarked
package org.caravanserai.people.ui;

import org.jspecify.annotations.NullMarked;
