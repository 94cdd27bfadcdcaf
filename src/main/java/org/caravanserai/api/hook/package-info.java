/**
 * Webhooks: programs of other people that are told what happens to a meeting. What is told is written down in the transaction
 * of its cause and delivered after it; nothing is told that its reader may not know, and of proposals no more than their codes.
 */
@NullMarked
package org.caravanserai.api.hook;

import org.jspecify.annotations.NullMarked;
