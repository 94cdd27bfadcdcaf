package org.caravanserai.gathering;

/** Answers as common calendar applications write them, down to what they leave out. */
enum SentCalendars {
    GOOGLE("""
            BEGIN:VEVENT
            DTSTART:20300608T090000Z
            DTEND:20300608T093000Z
            DTSTAMP:20270101T000000Z
            ORGANIZER;CN=Office:mailto:office@meeting.example
            UID:{uid}
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={said};CN={who};X-NUM-GUESTS=0:mailto:{who}
            X-MICROSOFT-CDO-OWNERAPPTID:-1234567
            CREATED:20270101T000000Z
            DESCRIPTION:
            LAST-MODIFIED:20270101T000000Z
            LOCATION:
            SEQUENCE:{sequence}
            STATUS:CONFIRMED
            SUMMARY:Salt
            TRANSP:OPAQUE
            END:VEVENT
            """),

    /** Names no organiser, and zones as Windows does. */
    OUTLOOK("""
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            ATTENDEE;PARTSTAT={said};CN=Guest:mailto:{who}
            COMMENT;LANGUAGE=en-US:\\n
            UID:{uid}
            SUMMARY;LANGUAGE=en-US:Accepted: Salt
            DTSTART;TZID=W. Europe Standard Time:20300608T110000
            DTEND;TZID=W. Europe Standard Time:20300608T113000
            CLASS:PUBLIC
            PRIORITY:5
            DTSTAMP:20270101T000000Z
            TRANSP:OPAQUE
            STATUS:CONFIRMED
            SEQUENCE:{sequence}
            LOCATION;LANGUAGE=en-US:
            X-MICROSOFT-CDO-APPT-SEQUENCE:0
            X-MICROSOFT-CDO-BUSYSTATUS:BUSY
            X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
            X-MICROSOFT-DISALLOW-COUNTER:FALSE
            END:VEVENT
            """),

    APPLE("""
            BEGIN:VTIMEZONE
            TZID:Asia/Almaty
            BEGIN:STANDARD
            DTSTART:20240301T000000
            TZNAME:GMT+5
            TZOFFSETFROM:+0600
            TZOFFSETTO:+0500
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            ATTENDEE;CN="Guest";CUTYPE=INDIVIDUAL;EMAIL="{who}";PARTSTAT={said};ROLE=REQ-PARTICIPANT:mailto:{who}
            CREATED:20270101T000000Z
            DTEND;TZID=Asia/Almaty:20300608T143000
            DTSTAMP:20270101T000000Z
            DTSTART;TZID=Asia/Almaty:20300608T140000
            LAST-MODIFIED:20270101T000000Z
            ORGANIZER;CN="Office":mailto:office@meeting.example
            REQUEST-STATUS:2.0;Success
            SEQUENCE:{sequence}
            SUMMARY:Salt
            TRANSP:OPAQUE
            UID:{uid}
            END:VEVENT
            """);

    private final String components;

    SentCalendars(String components) {
        this.components = components;
    }

    /** An answer. */
    String reply(String uid, String who, String said, int sequence) {
        return file("REPLY", uid, who, said, sequence);
    }

    /** That somebody would rather meet on 8 June 2030 at nine in universal time, for half an hour. */
    String counter(String uid, String who, int sequence) {
        return file("COUNTER", uid, who, "TENTATIVE", sequence);
    }

    private String file(String method, String uid, String who, String said, int sequence) {
        return ("""
                        BEGIN:VCALENDAR
                        PRODID:-//Somebody//Calendar//EN
                        VERSION:2.0
                        METHOD:%s
                        %sEND:VCALENDAR
                        """)
                .formatted(
                        method,
                        components
                                .replace("{uid}", uid)
                                .replace("{who}", who)
                                .replace("{said}", said)
                                .replace("{sequence}", String.valueOf(sequence)))
                .replace("\n", "\r\n");
    }
}
