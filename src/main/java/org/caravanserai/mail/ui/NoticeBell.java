package org.caravanserai.mail.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.mail.NoticeBoard;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Words;

/** Leads to the reader's notices and says how many are new, at once when one comes. */
class NoticeBell extends Button {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 99;

    private final transient NoticeBoard board;
    private final transient LiveUpdates live;
    private final Words words = Words.here();
    private final Span number = new Span();
    private final transient List<Runnable> ends = new ArrayList<>();
    private int unread;

    NoticeBell(NoticeBoard board, LiveUpdates live) {
        this.board = board;
        this.live = live;
        setId("notices-open");
        addClassName("notice-bell");
        addThemeVariants(ButtonVariant.TERTIARY);
        number.addClassName("notice-count");
        number.getElement().setAttribute("aria-hidden", "true");
        setIcon(Icons.of("bell"));
        setSuffixComponent(number);
        addClickListener(e -> UI.getCurrentOrThrow().navigate(NoticesView.PATH));
        show(0);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        end();
        var ui = event.getUI();
        // The message comes on the thread of whoever changed something, and must be answered as the one who looks.
        var self = Actor.self();
        Actor.person().ifPresent(person -> {
            var heard = live.listen(
                    NoticeBoard.channel(person), message -> ui.access(() -> self.run(() -> show(board.unread()))));
            ends.add(heard::end);
        });
        Registration seen = ui.addAfterNavigationListener(this::seen);
        ends.add(seen::remove);
        show(board.unread());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        end();
        super.onDetach(event);
    }

    private void end() {
        ends.forEach(Runnable::run);
        ends.clear();
    }

    /** Whoever has come to a thing by another way has seen what its notice says. */
    private void seen(AfterNavigationEvent event) {
        if (unread > 0) {
            board.visited("/app/" + event.getLocation().getPath());
        }
        show(board.unread());
    }

    private void show(int now) {
        unread = now;
        number.setText(now > MOST ? MOST + "+" : Integer.toString(now));
        number.setVisible(now > 0);
        setAriaLabel(words.get("notice.bell", now));
        setTooltipText(words.get("notice.bell", now));
    }
}
