package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.proposal.CallDetails;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.CallView;
import org.caravanserai.proposal.Question;
import org.caravanserai.shell.ArrangedList;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What the call asks besides the usual: added, changed, arranged, removed with a way back. */
class QuestionsSection extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient CallSetUp setUp;
    private final transient MeetingView meeting;
    private final transient CallDetails call;
    private final transient Runnable refresh;

    /** The questions as they are; {@code refresh} shows them anew after a change. */
    QuestionsSection(Words words, CallSetUp setUp, MeetingView meeting, CallDetails call, Runnable refresh) {
        this.words = words;
        this.setUp = setUp;
        this.meeting = meeting;
        this.call = call;
        this.refresh = refresh;
        addClassNames("kept-form", "one-column");
        add(new H2(words.get("call.section.questions")));
        var ask = new Button(words.get("shell.add"), e -> edit(null));
        ask.setId("add-question");
        var list = new ArrangedList<CallView.Asked>(
                words.get("call.section.questions"),
                new ArrangedList.Parts<>(
                        CallView.Asked::key,
                        asked -> words.text(asked.label()),
                        asked -> {
                            var detail = new Span(detail(asked));
                            detail.addClassName("part-detail");
                            return new Div(words.marked(asked.label()), detail);
                        },
                        asked -> edit(asked),
                        this::remove,
                        keys -> {
                            setUp.arrangeQuestions(meeting.id(), keys);
                            refresh.run();
                        }));
        list.show(call.view().questions());
        add(list, ask);
    }

    private void remove(CallView.Asked asked) {
        setUp.removeQuestion(meeting.id(), asked.key());
        refresh.run();
        Notices.done(words.get("meeting.removed", words.text(asked.label())), () -> {
            setUp.restoreQuestion(meeting.id(), asked.key());
            refresh.run();
        });
    }

    private void edit(CallView.@Nullable Asked asked) {
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
                    types(asked, types.getValue()),
                    identifying.getValue());
            try {
                if (asked == null) {
                    setUp.ask(meeting.id(), content);
                } else {
                    var seen = Objects.requireNonNull(call.questionVersions().get(asked.key()));
                    setUp.askOtherwise(meeting.id(), asked.key(), seen, content);
                }
                dialog.close();
                refresh.run();
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
    private Set<UUID> types(CallView.@Nullable Asked asked, Set<UUID> chosen) {
        var types = new LinkedHashSet<>(chosen);
        if (asked != null) {
            asked.types().stream()
                    .filter(key -> call.view().type(key).isEmpty())
                    .forEach(types::add);
        }
        return types;
    }

    private String detail(CallView.Asked asked) {
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
}
