package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.DecisionTexts;
import org.caravanserai.review.Verdict;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** What a meeting's mails say for each verdict, in all languages; organisers change it. */
@Route(value = "meetings/:slug/decision-texts", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
class DecisionTextsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CommitteeMeetings meetings;
    private final transient DecisionTexts texts;
    private final Words words = Words.here();
    private transient CommitteeMeeting meeting;

    @SuppressWarnings("NullAway.Init")
    DecisionTextsView(CommitteeMeetings meetings, DecisionTexts texts) {
        this.meetings = meetings;
        this.texts = texts;
        addClassNames("view", "review-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = MeetingInAddress.of(event, meetings, CommitteeMeeting::organises);
        removeAll();
        add(
                new PageHeader(
                                words.get("review.texts.title"),
                                new Anchor(
                                        "/app/meetings/" + meeting.slug() + "/decisions",
                                        words.get("review.decisions.title")))
                        .with(words.text(meeting.name())),
                new Paragraph(words.get("review.texts.help")));
        for (var verdict : Verdict.values()) {
            add(form(verdict));
        }
    }

    @Override
    public String getPageTitle() {
        return words.get("review.texts.title") + " · " + words.text(meeting.name());
    }

    private Component form(Verdict verdict) {
        var stored = texts.of(meeting.id(), verdict);
        var subject = new LocalizedField(words.get("review.edit.subject"), false);
        subject.setId("texts-subject-" + verdict.name());
        subject.setValue(stored.subject());
        var body = new LocalizedField(words.get("review.edit.text"), true);
        body.setId("texts-body-" + verdict.name());
        body.setValue(stored.body());
        var save = new Button(words.get("shell.save"), e -> {
            try {
                texts.write(meeting.id(), verdict, new DecisionTexts.Texts(subject.getValue(), body.getValue()));
                Notices.done(words.get("review.texts.saved"));
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        save.setId("texts-save-" + verdict.name());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var section = new Section(new H2(ReviewWords.verdict(words, verdict)), subject, body, save);
        section.addClassName("review-texts");
        return section;
    }
}
