package org.caravanserai.review;

import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a meeting's mails say for each verdict. Organisers may replace the product's words language by language; the
 * placeholders {name}, {title}, {meeting}, {code}, {note} and {deadline} are filled in as plain text and nothing else is interpreted.
 */
@Service
public class DecisionTexts {

    private final DecisionTemplates templates;
    private final DecisionWriter writer;

    DecisionTexts(DecisionTemplates templates, DecisionWriter writer) {
        this.templates = templates;
        this.writer = writer;
    }

    /**
     * A verdict's texts in all eight languages.
     *
     * @param subject the subjects, with placeholders
     * @param body the paragraphs, with placeholders
     */
    public record Texts(LocalizedText subject, LocalizedText body) {}

    /** The texts that the next decisions of a meeting will be written with. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public Texts of(MeetingId meeting, Verdict verdict) {
        var subject = LocalizedText.EMPTY;
        var body = LocalizedText.EMPTY;
        for (var template : writer.templates(meeting, verdict).entrySet()) {
            subject = subject.with(template.getKey(), template.getValue().subject());
            body = body.with(template.getKey(), template.getValue().body());
        }
        return new Texts(subject, body);
    }

    /**
     * Replaces a verdict's texts. A language left empty, or left as the product has it, follows the product's words.
     *
     * @throws Refusal if a text is too long
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void write(MeetingId meeting, Verdict verdict, Texts texts) {
        var subject = texts.subject().map(Clean::line);
        var body = texts.body().map(Clean::lines);
        for (var language : Language.values()) {
            var standard = writer.standard(verdict, language);
            if (subject.exactly(language).equals(standard.subject().strip())) {
                subject = subject.with(language, "");
            }
            if (body.exactly(language).equals(standard.body().strip())) {
                body = body.with(language, "");
            }
        }
        var template = templates
                .findByMeetingAndVerdict(meeting.value(), verdict)
                .orElseGet(() -> new DecisionTemplate(meeting, verdict));
        template.write(subject, body);
        templates.save(template);
    }
}
