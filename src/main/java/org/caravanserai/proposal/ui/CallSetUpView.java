package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caravanserai.meeting.HolidayNote;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.CallView;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalDrafting.FormSetting;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** Sets up the call of a meeting: its dates and text, what may be proposed, what is asked, and late links. */
@Route(value = "meetings/:slug/call", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/proposal.css")
class CallSetUpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient MeetingDirectory directory;
    private final transient CallSetUp setUp;
    private final transient Holidays holidays;
    private final transient Clock clock;
    private final String baseAddress;
    private transient @Nullable MeetingView shown;
    private long version;

    CallSetUpView(
            MeetingDirectory directory,
            CallSetUp setUp,
            Holidays holidays,
            Clock clock,
            @Value("${caravanserai.base-address:http://localhost:8080}") String baseAddress) {
        this.directory = directory;
        this.setUp = setUp;
        this.holidays = holidays;
        this.clock = clock;
        this.baseAddress = baseAddress.replaceFirst("/+$", "");
        addClassNames("view", "call-set-up");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        shown = directory.bySlug(slug).orElseThrow(NotFoundException::new);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.get("call.view.title") + " · Caravanserai";
    }

    private MeetingView meeting() {
        return Objects.requireNonNull(shown, "beforeEnter comes first");
    }

    private void show() {
        removeAll();
        var details = setUp.details(meeting().id());
        var preview = new Button(words.get("call.view.preview"), e -> preview());
        preview.setId("preview-form");
        var header = details.isPresent()
                ? new PageHeader(words.get("call.view.title"), preview)
                : new PageHeader(words.get("call.view.title"));
        add(header.with(words.text(meeting().name())));
        if (details.isEmpty()) {
            add(begin());
            return;
        }
        var call = details.get();
        version = call.version();
        add(
                dates(call.view()),
                text(call.view()),
                types(call.view()),
                new QuestionsSection(words, setUp, meeting(), call, this::show),
                new LateLinksSection(words, setUp, meeting(), call, baseAddress));
    }

    /** Shows the form as researchers see it; nothing that is typed into it is kept. */
    private void preview() {
        var call = now();
        var setting = new FormSetting(
                new ProposalView.MeetingOf(
                        meeting().id(),
                        meeting().slug(),
                        meeting().name(),
                        meeting().zone(),
                        meeting().city()),
                Optional.of(call),
                meeting().topics().stream()
                        .map(t -> new ProposalView.TopicOf(t.key(), t.topicKey(), t.name(), t.hue()))
                        .toList(),
                meeting().languages().stream().sorted().toList(),
                meeting().days());
        var form = new ProposalForm(setting, words, this::file, () -> {});
        form.show(
                call.types().isEmpty()
                        ? DraftContent.EMPTY
                        : DraftContent.EMPTY.with(
                                DraftContent.TYPE,
                                call.types().getFirst().sessionType().toString()));
        var dialog = new Dialog();
        dialog.setHeaderTitle(words.get("call.view.preview"));
        dialog.setWidth("760px");
        dialog.add(new Paragraph(words.get("call.preview.note")), form);
        dialog.getFooter().add(new Button(words.get("shell.close"), e -> dialog.close()));
        dialog.open();
    }

    private Component file(Optional<CallView.Asked> question) {
        var place = new Div(new Paragraph(words.get("call.preview.file")));
        question.ifPresent(asked -> place.addComponentAsFirst(words.marked(asked.label())));
        return place;
    }

    /** Tells beside a moment in which of the six countries people are at home on its day. */
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

    private Component begin() {
        var opens = MomentField.of(words, meeting(), "call.field.opens", "opens", null);
        var closes = MomentField.of(words, meeting(), "call.field.closes", "closes", null);
        var problems = new Problems();
        var begin = new Button(words.get("call.view.begin"), e -> {
            try {
                setUp.begin(meeting().id(), MomentField.chosen("opens", opens), MomentField.chosen("closes", closes));
                show();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("opens", opens, "closes", closes));
            }
        });
        begin.setId("begin");
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        var sentence = words.get("call.view.empty", words.text(meeting().city()));
        var form = new Div(new Paragraph(sentence), problems, opens, beside(opens), closes, beside(closes), begin);
        form.addClassName("one-column");
        return form;
    }

    private Component dates(CallView call) {
        var opens = MomentField.of(words, meeting(), "call.field.opens", "opens", call.opensAt());
        var closes = MomentField.of(words, meeting(), "call.field.closes", "closes", call.closesAt());
        var form = new KeptForm(words.get("call.section.dates"), clock);
        form.with("opens", opens)
                .with(beside(opens))
                .with("closes", closes)
                .with(beside(closes))
                .keeping(() -> version = setUp.schedule(
                        meeting().id(),
                        version,
                        MomentField.chosen("opens", opens),
                        MomentField.chosen("closes", closes)));
        form.whenStale(
                () -> now().opensAt().atZone(meeting().zone()).toLocalDateTime() + " – "
                        + now().closesAt().atZone(meeting().zone()).toLocalDateTime(),
                this::look,
                this::show);
        return form;
    }

    private Component text(CallView call) {
        var text = new LocalizedField(words.get("call.section.text"), true);
        text.setId("text");
        text.setValue(call.text());
        var form = new KeptForm(words.get("call.section.text"), clock);
        form.with("text", text).keeping(() -> version = setUp.describe(meeting().id(), version, text.getValue()));
        form.whenStale(() -> words.text(now().text()), this::look, this::show);
        return form;
    }

    private CallView now() {
        return setUp.details(meeting().id()).orElseThrow().view();
    }

    private void look() {
        version = setUp.details(meeting().id()).orElseThrow().version();
    }

    private Component types(CallView call) {
        var form = new KeptForm(words.get("call.section.types"), clock);
        for (var type : meeting().types()) {
            if (type.kind() != SessionType.Kind.ITEM) {
                form.with(type(type, call));
            }
        }
        return form;
    }

    private Component type(MeetingView.TypeView type, CallView call) {
        var limits = call.type(type.key());
        var allowed = new Checkbox(words.text(type.name()), limits.isPresent());
        allowed.setId("type-" + type.typeKey());
        var min = new IntegerField(words.get("call.field.min"));
        min.setValue(limits.map(CallView.AllowedType::minMinutes).orElse(type.minutes()));
        var max = new IntegerField(words.get("call.field.max"));
        max.setValue(limits.map(CallView.AllowedType::maxMinutes).orElse(type.minutes()));
        Runnable keep = () -> {
            try {
                if (allowed.getValue()) {
                    setUp.allow(meeting().id(), type.key(), KeptForm.valueOr(min, 0), KeptForm.valueOr(max, 0));
                } else {
                    setUp.disallow(meeting().id(), type.key());
                }
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        };
        allowed.addValueChangeListener(e -> keep.run());
        min.addValueChangeListener(e -> keep.run());
        max.addValueChangeListener(e -> keep.run());
        var row = new Div(allowed, min, max);
        row.addClassName("field-row");
        return row;
    }
}
