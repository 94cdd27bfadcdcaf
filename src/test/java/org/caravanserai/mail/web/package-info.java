@NullMarked
package org.caravanserai.mail.web;

import org.jspecify.annotations.NullMarked;
