@org.jspecify.annotations.NullMarked
package org.caravanserai.people.ui;
