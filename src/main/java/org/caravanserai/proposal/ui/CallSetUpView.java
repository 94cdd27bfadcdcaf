package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
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
import com.vaadin.flow.component.textfield.TextArea;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.proposal.CallDetails;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.CallView;
import org.caravanserai.proposal.Question;
import org.caravanserai.shell.ArrangedList;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Sets up the call of a meeting: its dates and text, what may be proposed, what is asked, and late links. */
@Route(value = "meetings/:slug/call", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
class CallSetUpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient MeetingDirectory directory;
    private final transient CallSetUp setUp;
    private final transient Clock clock;
    private transient @Nullable MeetingView shown;
    private long version;

    CallSetUpView(MeetingDirectory directory, CallSetUp setUp, Clock clock) {
        this.directory = directory;
        this.setUp = setUp;
        this.clock = clock;
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
        add(new PageHeader(words.get("call.view.title"))
                .with(words.text(meeting().name())));
        var details = setUp.details(meeting().id());
        if (details.isEmpty()) {
            add(begin());
            return;
        }
        var call = details.get();
        version = call.version();
        add(dates(call.view()), text(call.view()), types(call.view()), questions(call), late(call));
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
        var form = new Div(new Paragraph(sentence), problems, opens, closes, begin);
        form.addClassName("one-column");
        return form;
    }

    private Component dates(CallView call) {
        var opens = moment("call.field.opens", "opens", call.opensAt());
        var closes = moment("call.field.closes", "closes", call.closesAt());
        var form = new KeptForm(words.get("call.section.dates"), clock);
        form.with("opens", opens)
                .with("closes", closes)
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
                        asked -> new Div(
                                words.marked(asked.label()),
                                new Span(" · "
                                        + words.get("call.kind." + asked.kind().name()))),
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
        var options = new TextArea(words.get("call.field.options"));
        options.setId("question-options");
        kind.addValueChangeListener(
                e -> options.setVisible(e.getValue() != null && e.getValue().hasOptions()));
        kind.setValue(asked == null ? Question.Kind.TEXT : asked.kind());
        kind.setReadOnly(asked != null);
        options.setVisible(kind.getValue().hasOptions());
        var required = new Checkbox(words.get("call.field.required"), asked != null && asked.required());
        required.setId("question-required");
        List<Question.Option> before = asked == null ? List.of() : asked.options();
        if (asked != null) {
            label.setValue(asked.label());
            help.setValue(asked.help());
            options.setValue(String.join(
                    "\n",
                    before.stream()
                            .map(o -> o.name().exactly(org.caravanserai.text.Language.EN))
                            .toList()));
        }
        var problems = new Problems();
        var dialog = new Dialog();
        dialog.setHeaderTitle(words.get("call.field.label"));
        var body = new Div(problems, label, help, kind, options, required);
        body.addClassName("one-column");
        dialog.add(body);
        var save = new Button(words.get("shell.save"), e -> {
            var content = new Question.Content(
                    kind.getValue(),
                    label.getValue(),
                    help.getValue(),
                    options(options.getValue(), before),
                    required.getValue(),
                    asked == null ? Set.of() : asked.types());
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

    /** Options by line; one that was there before keeps its key and its other languages. */
    private static List<Question.Option> options(String lines, List<Question.Option> before) {
        var options = new ArrayList<Question.Option>();
        for (var line : lines.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .distinct()
                .toList()) {
            options.add(before.stream()
                    .filter(o ->
                            o.name().exactly(org.caravanserai.text.Language.EN).equals(line))
                    .findFirst()
                    .orElseGet(() ->
                            new Question.Option(org.caravanserai.platform.Ids.code(), LocalizedText.english(line))));
        }
        return options;
    }

    private Component late(CallDetails call) {
        var section = section(words.get("call.section.late"));
        for (var link : call.lateLinks()) {
            var row = new Div(
                    new Span(link.note() + " · " + words.get("call.late.left", link.usesLeft(), link.usesAllowed())));
            row.addClassName("field-row");
            if (!link.withdrawn()) {
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
        var ends = moment("call.field.closes", "late-ends", null);
        var problems = new Problems();
        var made = new Div();
        made.getElement().setAttribute("role", "status");
        var make = new Button(words.get("call.late.make"), e -> {
            try {
                var secret = setUp.makeLateLink(
                        meeting().id(), note.getValue(), KeptForm.valueOr(uses, 0), chosen("ends", ends));
                problems.clear();
                var address = new Span("/app/proposals/new/" + meeting().slug() + "?late=" + secret);
                address.addClassName("late-address");
                made.removeAll();
                made.add(new Paragraph(words.get("call.late.made")), address);
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
