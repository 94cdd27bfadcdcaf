/** The pages that people without an account reach by a personal link. */
@NullMarked
package org.caravanserai.gathering.web;

import org.jspecify.annotations.NullMarked;
