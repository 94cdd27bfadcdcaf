package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.HolidayNote;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.proposal.CallDetails;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.CallView;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalDrafting.FormSetting;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.proposal.Question;
import org.caravanserai.shell.ArrangedList;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;
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
        add(dates(call.view()), text(call.view()), types(call.view()), questions(call), late(call));
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

    private DateTimePicker moment(String label, String id, @Nullable Instant at) {
        var picker = new DateTimePicker(words.get(label, words.text(meeting().city())));
        picker.setId(id);
        if (at != null) {
            picker.setValue(at.atZone(meeting().zone()).toLocalDateTime());
        }
        return picker;
    }

    private static LocalDateTime chosen(String field, DateTimePicker picker) {
        var value = picker.getValue();
        if (value == null) {
            throw Refusal.at(field, "meeting.required");
        }
        return value;
    }

    private Component begin() {
        var opens = moment("call.field.opens", "opens", null);
        var closes = moment("call.field.closes", "closes", null);
        var problems = new Problems();
        var begin = new Button(words.get("call.view.begin"), e -> {
            try {
                setUp.begin(meeting().id(), chosen("opens", opens), chosen("closes", closes));
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
        var opens = moment("call.field.opens", "opens", call.opensAt());
        var closes = moment("call.field.closes", "closes", call.closesAt());
        var form = new KeptForm(words.get("call.section.dates"), clock);
        form.with("opens", opens)
                .with(beside(opens))
                .with("closes", closes)
                .with(beside(closes))
                .keeping(() -> version =
                        setUp.schedule(meeting().id(), version, chosen("opens", opens), chosen("closes", closes)));
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

    private Component questions(CallDetails call) {
        var section = section(words.get("call.section.questions"));
        var add = new Button(words.get("shell.add"), e -> edit(call, null));
        add.setId("add-question");
        var list = new ArrangedList<CallView.Asked>(
                words.get("call.section.questions"),
                new ArrangedList.Parts<>(
                        CallView.Asked::key,
                        asked -> words.text(asked.label()),
                        asked -> {
                            var detail = new Span(detail(call, asked));
                            detail.addClassName("part-detail");
                            return new Div(words.marked(asked.label()), detail);
                        },
                        asked -> edit(call, asked),
                        this::remove,
                        keys -> {
                            setUp.arrangeQuestions(meeting().id(), keys);
                            show();
                        }));
        list.show(call.view().questions());
        section.add(list, add);
        return section;
    }

    private void remove(CallView.Asked asked) {
        setUp.removeQuestion(meeting().id(), asked.key());
        show();
        Notices.done(words.get("meeting.removed", words.text(asked.label())), () -> {
            setUp.restoreQuestion(meeting().id(), asked.key());
            show();
        });
    }

    private void edit(CallDetails call, CallView.@Nullable Asked asked) {
        var label = new LocalizedField(words.get("call.field.label"), false);
        label.setId("question-label");
        var help = new LocalizedField(words.get("call.field.help"), false);
        help.setId("question-help");
        var kind = new Select<Question.Kind>();
        kind.setLabel(words.get("call.field.kind"));
        kind.setId("question-kind");
        kind.setItems(Question.Kind.values());
        kind.setItemLabelGenerator(k -> words.get("call.kind." + k.name()));
        var options = new OptionsField(words, asked == null ? List.of() : asked.options());
        options.setId("question-options");
        kind.addValueChangeListener(
                e -> options.setVisible(e.getValue() != null && e.getValue().hasOptions()));
        kind.setValue(asked == null ? Question.Kind.TEXT : asked.kind());
        kind.setReadOnly(asked != null);
        options.setVisible(kind.getValue().hasOptions());
        var required = new Checkbox(words.get("call.field.required"), asked != null && asked.required());
        required.setId("question-required");
        var identifying = new Checkbox(words.get("veil.question"), asked != null && asked.identifying());
        identifying.setId("question-identifying");
        identifying.setHelperText(words.get("veil.question.help"));
        var types = new CheckboxGroup<UUID>(words.get("call.field.types"));
        types.setId("question-types");
        types.setHelperText(words.get("call.field.types.help"));
        types.setItems(call.view().types().stream()
                .map(CallView.AllowedType::sessionType)
                .toList());
        types.setItemLabelGenerator(
                key -> call.view().type(key).map(t -> words.text(t.name())).orElse(""));
        if (asked != null) {
            label.setValue(asked.label());
            help.setValue(asked.help());
            types.setValue(asked.types().stream()
                    .filter(key -> call.view().type(key).isPresent())
                    .collect(java.util.stream.Collectors.toSet()));
        }
        var problems = new Problems();
        var dialog = new Dialog();
        dialog.setHeaderTitle(words.get("call.field.label"));
        var body = new Div(problems, label, help, kind, options, types, required, identifying);
        body.addClassName("one-column");
        dialog.add(body);
        var save = new Button(words.get("shell.save"), e -> {
            var content = new Question.Content(
                    kind.getValue(),
                    label.getValue(),
                    help.getValue(),
                    options.options(),
                    required.getValue(),
                    types(call, asked, types.getValue()),
                    identifying.getValue());
            try {
                if (asked == null) {
                    setUp.ask(meeting().id(), content);
                } else {
                    var seen = Objects.requireNonNull(call.questionVersions().get(asked.key()));
                    setUp.askOtherwise(meeting().id(), asked.key(), seen, content);
                }
                dialog.close();
                show();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("label", label, "help", help, "options", options));
            }
        });
        save.setId("save-question");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(words.get("shell.cancel"), e -> dialog.close()), save);
        dialog.open();
    }

    /** The types chosen, and those chosen before that the call does not allow at present and the form does not show. */
    private static Set<UUID> types(CallDetails call, CallView.@Nullable Asked asked, Set<UUID> chosen) {
        var types = new LinkedHashSet<>(chosen);
        if (asked != null) {
            asked.types().stream()
                    .filter(key -> call.view().type(key).isEmpty())
                    .forEach(types::add);
        }
        return types;
    }

    private String detail(CallDetails call, CallView.Asked asked) {
        var detail = words.get("call.kind." + asked.kind().name());
        if (asked.required()) {
            detail += " · " + words.get("call.field.required");
        }
        var types = asked.types().stream()
                .flatMap(key -> call.view().type(key).stream())
                .map(type -> words.text(type.name()))
                .toList();
        return types.isEmpty() ? detail : detail + " · " + String.join(", ", types);
    }

    private Component late(CallDetails call) {
        var section = section(words.get("call.section.late"));
        for (var link : call.lateLinks()) {
            var left = new Span(words.get("call.late.left", link.usesLeft(), link.usesAllowed()) + " · ");
            left.add(new TimeText(
                    link.endsAt(), meeting().zone(), words.text(meeting().city())));
            left.addClassName("part-detail");
            var line = new Div(new Span(link.note()), left);
            line.addClassName("arranged-line");
            var row = new Div(line);
            row.addClassName("arranged-row");
            if (link.withdrawn()) {
                row.add(new StatusBadge(words.get("call.late.gone"), Tone.NEUTRAL));
            } else {
                row.add(new Button(words.get("call.late.withdraw"), e -> {
                    setUp.withdrawLateLink(meeting().id(), link.key());
                    show();
                    Notices.done(words.get("call.late.withdrawn"), () -> {
                        setUp.restoreLateLink(meeting().id(), link.key());
                        show();
                    });
                }));
            }
            section.add(row);
        }
        var note = new TextField(words.get("call.field.note"));
        note.setId("late-note");
        var uses = new IntegerField(words.get("call.field.uses"));
        uses.setId("late-uses");
        uses.setValue(1);
        var ends = moment("call.field.ends", "late-ends", null);
        var problems = new Problems();
        var made = new Div();
        made.addClassName("one-column");
        made.getElement().setAttribute("role", "status");
        var make = new Button(words.get("call.late.make"), e -> {
            try {
                var secret = setUp.makeLateLink(
                        meeting().id(), note.getValue(), KeptForm.valueOr(uses, 0), chosen("ends", ends));
                problems.clear();
                var address = new TextField(words.get("call.late.made"));
                address.setValue(baseAddress + "/app/proposals/new/" + meeting().slug() + "?late=" + secret);
                address.setId("late-address");
                address.setReadOnly(true);
                address.setAutoselect(true);
                made.removeAll();
                made.add(address);
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("note", note, "uses", uses, "ends", ends));
            }
        });
        make.setId("make-late-link");
        section.add(problems, note, uses, ends, make, made);
        return section;
    }

    private static Section section(String heading) {
        var section = new Section(new H2(heading));
        section.addClassNames("kept-form", "one-column");
        return section;
    }
}
