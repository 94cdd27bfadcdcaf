package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.HolidayNote;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.reviewing.AuthorsSee;
import org.caravanserai.review.reviewing.AuthorsWhen;
import org.caravanserai.review.reviewing.Blindness;
import org.caravanserai.review.reviewing.OthersVisible;
import org.caravanserai.review.reviewing.ReviewPhase;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.WhoReviews;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.Words;

/** One plan in its sections, each kept as it is changed. */
class ReviewPlanEditor extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient CommitteeMeeting meeting;
    private final transient ReviewSetUp setUp;
    private final transient Holidays holidays;
    private final transient Clock clock;
    private final transient Runnable again;
    private final UUID type;
    private long version;

    private final CheckboxGroup<WhoReviews> who = new CheckboxGroup<>();
    private final IntegerField wanted = new IntegerField();
    private final IntegerField leastLoad = new IntegerField();
    private final IntegerField mostLoad = new IntegerField();
    private final IntegerField revisionDays = new IntegerField();
    private final transient Map<ReviewPhase, Select<Blindness>> blindness = new EnumMap<>(ReviewPhase.class);
    private final Select<OthersVisible> others = new Select<>();
    private final Select<AuthorsSee> authorsSee = new Select<>();
    private final Select<AuthorsWhen> authorsWhen = new Select<>();
    private final Checkbox rebuttal = new Checkbox();
    private final DateTimePicker bidding = Fields.moment("");
    private final DateTimePicker reviewing = Fields.moment("");
    private final DateTimePicker rebuttalUntil = Fields.moment("");
    private final DateTimePicker discussion = Fields.moment("");

    ReviewPlanEditor(
            Words words,
            CommitteeMeeting meeting,
            ReviewSetUp setUp,
            Holidays holidays,
            Clock clock,
            UUID type,
            ReviewSetUp.PlanView plan,
            Runnable again) {
        this.words = words;
        this.meeting = meeting;
        this.setUp = setUp;
        this.holidays = holidays;
        this.clock = clock;
        this.type = type;
        this.version = plan.version();
        this.again = again;
        label();
        fill(plan.content());
        add(people(), deadlines(), secrecy(), authors(), new CriteriaSection(words, meeting.id(), setUp, type));
    }

    private void label() {
        who.setLabel(words.get("reviewers.plan.who"));
        who.setItems(WhoReviews.values());
        who.setItemLabelGenerator(w -> words.get("reviewers.who." + w.name()));
        number(wanted, "wanted", "reviewers.plan.wanted", "reviewers.plan.wanted.help");
        number(leastLoad, "least-load", "reviewers.plan.least", "reviewers.plan.load.help");
        number(mostLoad, "most-load", "reviewers.plan.most", "reviewers.plan.load.help");
        number(revisionDays, "revision-days", "reviewers.plan.revision", "reviewers.plan.revision.help");
        for (var phase : ReviewPhase.values()) {
            var select = new Select<Blindness>();
            select.setId("blind-" + phase.name());
            select.setLabel(words.get("reviewers.phase." + phase.name()));
            select.setItems(Blindness.values());
            select.setItemLabelGenerator(b -> words.get("reviewers.blind." + b.name()));
            select.addClassName("review-wide");
            blindness.put(phase, select);
        }
        others.setId("others-visible");
        others.setLabel(words.get("reviewers.plan.others"));
        others.setItems(OthersVisible.values());
        others.setItemLabelGenerator(o -> words.get("reviewers.others." + o.name()));
        others.addClassName("review-wide");
        authorsSee.setId("authors-see");
        authorsSee.setLabel(words.get("reviewers.plan.authorsSee"));
        authorsSee.setItems(AuthorsSee.values());
        authorsSee.setItemLabelGenerator(a -> words.get("reviewers.authorsSee." + a.name()));
        authorsSee.addClassName("review-wide");
        authorsWhen.setId("authors-when");
        authorsWhen.setLabel(words.get("reviewers.plan.authorsWhen"));
        authorsWhen.setItems(AuthorsWhen.values());
        authorsWhen.setItemLabelGenerator(a -> words.get("reviewers.authorsWhen." + a.name()));
        authorsWhen.addClassName("review-wide");
        rebuttal.setId("rebuttal");
        rebuttal.setLabel(words.get("reviewers.plan.rebuttal"));
        moment(bidding, "until-bidding", "reviewers.until.bidding");
        moment(reviewing, "until-reviewing", "reviewers.until.reviewing");
        moment(rebuttalUntil, "until-rebuttal", "reviewers.until.rebuttal");
        moment(discussion, "until-discussion", "reviewers.until.discussion");
    }

    private void number(IntegerField field, String id, String label, String help) {
        field.setId(id);
        field.setLabel(words.get(label));
        field.setHelperText(words.get(help));
        field.setStepButtonsVisible(true);
        field.setMin(0);
    }

    private void moment(DateTimePicker picker, String id, String label) {
        picker.setId(id);
        picker.setLabel(words.get(label, words.text(meeting.city())));
    }

    private void fill(ReviewPlan.Content content) {
        who.setValue(content.who());
        wanted.setValue(content.wanted());
        leastLoad.setValue(content.leastLoad());
        mostLoad.setValue(content.mostLoad());
        revisionDays.setValue(content.revisionDays());
        blindness.forEach(
                (phase, select) -> select.setValue(content.blindness().getOrDefault(phase, Blindness.SINGLE)));
        others.setValue(content.othersVisible());
        authorsSee.setValue(content.authorsSee());
        authorsWhen.setValue(content.authorsWhen());
        rebuttal.setValue(content.rebuttal());
        show(bidding, content.deadlines().bidding());
        show(reviewing, content.deadlines().reviewing());
        show(rebuttalUntil, content.deadlines().rebuttal());
        show(discussion, content.deadlines().discussion());
    }

    private void show(DateTimePicker picker, Optional<Instant> at) {
        picker.setValue(at.map(i -> i.atZone(meeting.zone()).toLocalDateTime()).orElse(null));
    }

    private Optional<Instant> at(DateTimePicker picker) {
        return Optional.ofNullable(picker.getValue())
                .map(v -> v.atZone(meeting.zone()).toInstant());
    }

    private ReviewPlan.Content typed() {
        var blind = new EnumMap<ReviewPhase, Blindness>(ReviewPhase.class);
        blindness.forEach((phase, select) -> blind.put(phase, select.getValue()));
        return new ReviewPlan.Content(
                who.getValue(),
                KeptForm.valueOr(wanted, 0),
                KeptForm.valueOr(leastLoad, 0),
                KeptForm.valueOr(mostLoad, 0),
                blind,
                others.getValue(),
                authorsSee.getValue(),
                authorsWhen.getValue(),
                rebuttal.getValue(),
                new ReviewPlan.Deadlines(at(bidding), at(reviewing), at(rebuttalUntil), at(discussion)),
                KeptForm.valueOr(revisionDays, 0));
    }

    private ReviewSetUp.PlanView now() {
        var plans = setUp.read(meeting.id());
        return plans.own().getOrDefault(type, plans.base());
    }

    private KeptForm form(String heading) {
        var form = new KeptForm(words.get(heading), clock);
        form.keeping(() -> {
            setUp.change(meeting.id(), type, version, typed());
            version = now().version();
        });
        form.whenStale(() -> words.get("reviewers.plan.stale"), () -> version = now().version(), again);
        return form;
    }

    private Component people() {
        var form = form("reviewers.plan.people");
        if (type.equals(ReviewPlan.ALL_TYPES)) {
            form.with("who", who);
        }
        form.with("wanted", wanted);
        if (type.equals(ReviewPlan.ALL_TYPES)) {
            form.with("leastLoad", leastLoad).with("mostLoad", mostLoad);
        }
        return form.with("revisionDays", revisionDays);
    }

    private Component deadlines() {
        var form = form("reviewers.plan.deadlines");
        form.with(new Paragraph(words.get("reviewers.plan.deadlines.help")));
        return form.with("deadlines", bidding)
                .with(beside(bidding))
                .with("reviewing", reviewing)
                .with(beside(reviewing))
                .with("rebuttalUntil", rebuttalUntil)
                .with(beside(rebuttalUntil))
                .with("discussion", discussion)
                .with(beside(discussion));
    }

    private Component secrecy() {
        var form = form("reviewers.plan.secrecy");
        form.with(new Paragraph(words.get("reviewers.plan.secrecy.help")));
        blindness.forEach((phase, select) -> form.with("blind" + phase.name(), select));
        return form.with("others", others);
    }

    private Component authors() {
        return form("reviewers.plan.authors")
                .with("authorsSee", authorsSee)
                .with("authorsWhen", authorsWhen)
                .with("rebuttal", rebuttal);
    }

    private HolidayNote beside(DateTimePicker picker) {
        var note = new HolidayNote(words, holidays);
        Runnable tell = () -> {
            var day = picker.getValue() == null ? null : picker.getValue().toLocalDate();
            note.show(day, day);
        };
        picker.addValueChangeListener(e -> tell.run());
        tell.run();
        return note;
    }
}
