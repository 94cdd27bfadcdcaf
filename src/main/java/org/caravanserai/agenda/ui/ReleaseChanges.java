package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.caravanserai.agenda.ReleaseDifference;
import org.caravanserai.agenda.ReleaseWords;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.Words;

/** What one release changes, session by session, in the reader's words. */
class ReleaseChanges extends UnorderedList {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 60;

    ReleaseChanges(Words words, ReleaseWords releaseWords, MeetingView meeting, ReleaseDifference difference) {
        var reading =
                new ReleaseWords.Reading(words.language(), meeting.zone(), meeting.city(), Optional.of(words.zone()));
        difference.changes().stream().limit(MOST_LINES).forEach(session -> {
            var line = new ListItem(words.marked(session.title()));
            line.add(new Span(" · " + reading.moment(session.start())));
            var what = new UnorderedList();
            session.changes().forEach(change -> what.add(new ListItem(releaseWords.of(change, reading))));
            line.add(what);
            add(line);
        });
        var rest = difference.changes().size() - MOST_LINES;
        if (rest > 0) {
            add(new ListItem(words.get("release.more", rest)));
        }
    }
}
