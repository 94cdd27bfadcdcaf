package org.caravanserai.meeting;

import java.time.LocalDate;
import java.time.ZoneId;
import org.caravanserai.text.LocalizedText;

/**
 * What is known of a meeting when it is made; everything else can be changed later.
 *
 * @param city names the zone wherever a time of the meeting is shown
 */
public record NewMeeting(
        Slug slug, LocalizedText name, LocalDate firstDay, LocalDate lastDay, ZoneId zone, LocalizedText city) {}
