package org.caravanserai.mail.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.caravanserai.mail.NoticeBoard;
import org.caravanserai.people.Access;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.BarContribution;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;

/** Leads everyone to her notices: from the bar, the menu and home. */
@org.springframework.stereotype.Component
class NoticeMenu implements BarContribution, MenuContribution, NextStepContribution {

    private static final int ORDER = 38;
    private static final int URGENCY = 20;

    private final NoticeBoard board;
    private final LiveUpdates live;
    private final Access access;

    NoticeMenu(NoticeBoard board, LiveUpdates live, Access access) {
        this.board = board;
        this.live = live;
        this.access = access;
    }

    @Override
    public Optional<Component> component() {
        return access.me().map(me -> new NoticeBell(board, live));
    }

    @Override
    public List<MenuItem> items() {
        return access.me()
                .map(me -> List.of(new MenuItem("", Words.here().get("notice.title"), NoticesView.PATH, "bell", ORDER)))
                .orElse(List.of());
    }

    @Override
    public List<NextStep> steps() {
        var unread = access.me().map(me -> board.unread()).orElse(0);
        if (unread == 0) {
            return List.of();
        }
        var words = Words.here();
        return List.of(NextStep.undated(
                words.get("notice.next", unread),
                words.get("notice.next.open"),
                NoticesView.PATH + "?show=unread",
                URGENCY));
    }
}
