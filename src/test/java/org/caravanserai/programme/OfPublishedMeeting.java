package org.caravanserai.programme;

import java.util.Locale;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A test of what the public gets of a meeting of its own, which is published once. */
abstract class OfPublishedMeeting {

    @Autowired
    WebApplicationContext application;

    @Autowired
    PublishedMeetings published;

    MockMvc browser = MockMvcBuilders.standaloneSetup().build();
    String slug = "";
    MeetingId meeting = new MeetingId(new UUID(0, 0));

    @BeforeEach
    void publishAMeeting() {
        browser = PublicBrowser.of(application);
        slug = "p" + Ids.code().toLowerCase(Locale.ROOT);
        meeting = published.publish(PublishedMeetings.tokyo(slug));
    }
}
