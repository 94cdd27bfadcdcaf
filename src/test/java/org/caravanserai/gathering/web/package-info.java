@NullMarked
package org.caravanserai.gathering.web;

import org.jspecify.annotations.NullMarked;
