package org.caravanserai.demo;

import org.caravanserai.meeting.Meeting;

/**
 * What people of the demonstration do once its meeting is there: they write themselves what they write, each in a transaction
 * of her own. Parts come in their order.
 */
interface DemoPart {

    void load(Meeting meeting, Cast cast);
}
