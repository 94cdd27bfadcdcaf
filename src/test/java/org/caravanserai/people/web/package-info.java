/** The plain pages around an account, asked as a browser asks them. */
@NullMarked
package org.caravanserai.people.web;

import org.jspecify.annotations.NullMarked;
