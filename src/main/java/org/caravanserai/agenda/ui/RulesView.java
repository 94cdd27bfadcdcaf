package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Objects;
import org.caravanserai.agenda.AgendaRuleSetting;
import org.caravanserai.agenda.MeetingRules;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Where organisers decide which conflicts forbid a move, which are marked, and which are not looked for. */
@Route(value = "meetings/:slug/agenda/rules", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/agenda-rules.css")
class RulesView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient AgendaRuleSetting setting;
    private final transient Clock clock;
    private transient AgendaRuleSetting.@Nullable Standing standing;

    RulesView(MeetingDirectory directory, AgendaRuleSetting setting, Clock clock) {
        super(directory, "conflict.rules.title");
        this.setting = setting;
        this.clock = clock;
        addClassName("agenda-rules");
    }

    @Override
    protected void show() {
        standing = setting.read(meeting().id());
        draw();
    }

    AgendaRuleSetting.Standing standing() {
        return Objects.requireNonNull(standing, "beforeEnter comes first");
    }

    MeetingRules rules() {
        return standing().rules();
    }

    /** Keeps changed rules and offers to undo the change; may refuse. */
    void keep(MeetingRules changed, String sentence) {
        var before = rules();
        write(changed);
        Notices.done(sentence, () -> {
            try {
                write(before);
                Notices.done(words.get("conflict.rules.undone"));
            } catch (OptimisticLockingFailureException quicker) {
                Notices.warning(words.get("shell.stale"));
                readAgain();
            }
            draw();
        });
    }

    /** Reads what stands there now, when another organiser was quicker. */
    void readAgain() {
        standing = setting.read(meeting().id());
    }

    private void write(MeetingRules changed) {
        setting.change(meeting().id(), standing().version(), changed);
        readAgain();
    }

    private void draw() {
        removeAll();
        var open = new Anchor("/app/meetings/" + meeting().slug() + "/agenda", words.get("conflict.rules.open"));
        add(
                new PageHeader(words.get("conflict.rules.title"), open)
                        .with(words.text(meeting().name())),
                new Paragraph(words.get("conflict.rules.help")));
        for (var concern : ConflictKind.Concern.values()) {
            add(new KindsSection(concern, this, words));
        }
        add(new LimitsForm(this, words, clock), new NeedsForm(this, words, clock));
    }
}
