/** The plain page on which the demonstration shows the messages it keeps. */
@NullMarked
package org.caravanserai.mail.web;

import org.jspecify.annotations.NullMarked;
