package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.proposal.CallView;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalDrafting.FormSetting;
import org.caravanserai.proposal.ProposalView.TopicOf;
import org.caravanserai.proposal.Question;
import org.caravanserai.proposal.StatedTimes;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Markdown;

/** The inputs of a proposal, in one column. It shows a {@link DraftContent} and tells what it is now; it judges nothing. */
class ProposalForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PAUSE = 800;

    private final transient FormSetting setting;
    private final transient List<CallView.AllowedType> types;
    private final transient Runnable changed;
    private final Words words;
    private final Select<UUID> type = new Select<>();
    private final Select<UUID> mainTopic = new Select<>();
    private final MultiSelectComboBox<UUID> otherTopics = Fields.several("");
    private final LocalizedField title;
    private final LocalizedField abstractText;
    private final Div preview = new Div();
    private final TextField minutes = line();
    private final Select<String> talkLanguage = new Select<>();
    private final Select<String> slideLanguage = new Select<>();
    private final TextField audience = line();
    private final TextField session = line();
    private final Section questions = new Section();
    private final transient Map<UUID, AnswerField> answers = new LinkedHashMap<>();
    private final TimesEditor times;
    private final transient FilesEditor.Maker files;
    private transient DraftContent shown = DraftContent.EMPTY;
    private boolean showing;

    ProposalForm(FormSetting setting, Words words, FilesEditor.Maker files, Runnable changed) {
        this.setting = setting;
        this.words = words;
        this.files = files;
        this.types = setting.call().map(CallView::types).orElse(List.of());
        this.changed = () -> {
            if (!showing) {
                changed.run();
            }
        };
        addClassName("proposal-form");
        title = new LocalizedField(words.get("proposal.field.title"), false);
        abstractText = new LocalizedField(words.get("proposal.field.abstract"), true);
        what();
        text();
        how();
        times = new TimesEditor(setting.days(), words, this.changed);
        add(questions, times);
    }

    /** The inputs by the names that the services use, for a summary of problems. */
    Map<String, Component> fields() {
        var fields = new HashMap<String, Component>();
        fields.put(DraftContent.TYPE, type);
        fields.put(DraftContent.TOPICS, mainTopic);
        fields.put("title", title);
        fields.put("abstract", abstractText);
        fields.put(DraftContent.MINUTES, minutes);
        fields.put(DraftContent.TALK_LANGUAGE, talkLanguage);
        fields.put(DraftContent.SLIDE_LANGUAGE, slideLanguage);
        fields.put(DraftContent.AUDIENCE, audience);
        fields.put(DraftContent.FOR_SESSION, session);
        answers.forEach((question, field) -> fields.put(DraftContent.ANSWER + question, field.component()));
        times.field().ifPresent(field -> fields.put(DraftContent.UNSUITABLE, field));
        return fields;
    }

    /** Shows what is typed. */
    final void show(DraftContent content) {
        showing = true;
        try {
            shown = content;
            key(content.get(DraftContent.TYPE))
                    .filter(k -> types.stream().anyMatch(t -> t.sessionType().equals(k)))
                    .ifPresent(type::setValue);
            showTopics(content);
            title.setValue(content.localized(DraftContent.TITLE));
            abstractText.setValue(content.localized(DraftContent.ABSTRACT));
            showPreview();
            minutes.setValue(content.get(DraftContent.MINUTES));
            showLanguage(talkLanguage, content.get(DraftContent.TALK_LANGUAGE));
            showLanguage(slideLanguage, content.get(DraftContent.SLIDE_LANGUAGE));
            audience.setValue(content.get(DraftContent.AUDIENCE));
            session.setValue(content.get(DraftContent.FOR_SESSION));
            times.show(StatedTimes.parse(content.get(DraftContent.UNSUITABLE)));
            askForType();
        } finally {
            showing = false;
        }
    }

    /** What is typed now. */
    DraftContent typed() {
        var content = shown.with(DraftContent.TITLE, title.getValue())
                .with(DraftContent.ABSTRACT, abstractText.getValue())
                .with(DraftContent.MINUTES, minutes.getValue())
                .with(DraftContent.AUDIENCE, audience.getValue())
                .with(DraftContent.FOR_SESSION, session.getValue())
                .with(DraftContent.UNSUITABLE, times.stated().toString());
        if (type.getValue() != null) {
            content = content.with(DraftContent.TYPE, type.getValue().toString());
        }
        var topics = new LinkedHashSet<UUID>();
        Optional.ofNullable(mainTopic.getValue()).ifPresent(topics::add);
        topics.addAll(otherTopics.getValue());
        content = content.with(
                DraftContent.TOPICS, topics.stream().map(UUID::toString).collect(Collectors.joining(",")));
        if (talkLanguage.getValue() != null) {
            content = content.with(DraftContent.TALK_LANGUAGE, talkLanguage.getValue());
        }
        if (slideLanguage.getValue() != null) {
            content = content.with(DraftContent.SLIDE_LANGUAGE, slideLanguage.getValue());
        }
        for (var answer : answers.entrySet()) {
            content = content.with(
                    DraftContent.ANSWER + answer.getKey(),
                    answer.getValue().read().get());
        }
        return content;
    }

    private void what() {
        type.setId("proposal-type");
        type.setLabel(words.get("proposal.field.type"));
        type.setItems(types.stream().map(CallView.AllowedType::sessionType).toList());
        type.setItemLabelGenerator(
                key -> allowed(key).map(t -> words.text(t.name())).orElse(""));
        type.addValueChangeListener(e -> {
            if (!showing) {
                allowed(type.getValue()).ifPresent(t -> {
                    if (!minutes.getValue().matches("\\d{1,4}") || !t.allows(Integer.parseInt(minutes.getValue()))) {
                        minutes.setValue(Integer.toString(t.usualMinutes()));
                    }
                });
                shown = typed();
                askForType();
            }
            changed.run();
        });
        var topicKeys = setting.topics().stream().map(TopicOf::key).toList();
        mainTopic.setId("proposal-topic");
        mainTopic.setLabel(words.get("proposal.field.mainTopic"));
        mainTopic.setItems(topicKeys);
        mainTopic.setItemLabelGenerator(this::topicName);
        mainTopic.setRenderer(new ComponentRenderer<>(this::topic));
        mainTopic.addValueChangeListener(e -> changed.run());
        otherTopics.setId("proposal-other-topics");
        otherTopics.setLabel(words.get("proposal.field.otherTopics") + " (" + words.get("proposal.optional") + ")");
        otherTopics.setItems(topicKeys);
        otherTopics.setItemLabelGenerator(this::topicName);
        otherTopics.setRenderer(new ComponentRenderer<>(this::topic));
        otherTopics.addValueChangeListener(e -> changed.run());
        var whatTopics = new Div(mainTopic, otherTopics);
        whatTopics.addClassName("proposal-pair");
        add(new Section(new H2(words.get("proposal.section.what")), type, whatTopics));
    }

    private void text() {
        title.setId("proposal-title");
        title.setHelperText(words.get("proposal.help.title"));
        title.addValueChangeListener(e -> changed.run());
        abstractText.setId("proposal-abstract");
        abstractText.setHelperText(words.get("proposal.help.abstract"));
        abstractText.addValueChangeListener(e -> {
            showPreview();
            changed.run();
        });
        preview.addClassName("proposal-preview");
        var details = new Details(words.get("proposal.preview"), preview);
        details.setId("proposal-preview");
        add(new Section(new H2(words.get("proposal.section.text")), title, abstractText, details));
    }

    private void how() {
        minutes.setId("proposal-minutes");
        minutes.setLabel(words.get("proposal.field.minutes"));
        minutes.getElement().setAttribute("inputmode", "numeric");
        minutes.addClassName("proposal-short");
        minutes.addValueChangeListener(e -> changed.run());
        languages(talkLanguage, "talk-language", "proposal.field.talkLanguage");
        languages(slideLanguage, "slide-language", "proposal.field.slideLanguage");
        audience.setId("proposal-audience");
        audience.setLabel(words.get("proposal.field.expectedAudience") + " (" + words.get("proposal.optional") + ")");
        audience.getElement().setAttribute("inputmode", "numeric");
        audience.addClassName("proposal-short");
        audience.addValueChangeListener(e -> changed.run());
        session.setId("proposal-session");
        session.setLabel(words.get("proposal.field.forSession") + " (" + words.get("proposal.optional") + ")");
        session.setHelperText(words.get("proposal.help.forSession"));
        session.addClassName("proposal-short");
        session.addValueChangeListener(e -> changed.run());
        var spoken = new Div(talkLanguage, slideLanguage);
        spoken.addClassName("proposal-pair");
        var size = new Div(minutes, audience);
        size.addClassName("proposal-pair");
        add(new Section(new H2(words.get("proposal.section.how")), size, spoken, session));
    }

    /** Shows what is asked for the chosen type alone; what was answered to other questions stays in the draft. */
    private void askForType() {
        var chosen = allowed(type.getValue());
        session.setVisible(chosen.filter(t -> t.kind() == SessionType.Kind.TALK).isPresent());
        minutes.setHelperText(chosen.map(t -> words.get("proposal.help.minutes", t.minMinutes(), t.maxMinutes()))
                .orElse(""));
        questions.removeAll();
        answers.clear();
        var asked = setting.call()
                .map(call -> chosen.map(t -> call.questionsFor(t.sessionType())).orElse(List.of()))
                .orElse(List.of());
        if (asked.isEmpty()) {
            return;
        }
        questions.add(new H2(words.get("proposal.section.questions")));
        var before = showing;
        showing = true;
        try {
            for (var question : asked) {
                if (question.kind() == Question.Kind.FILE) {
                    questions.add(files.of(Optional.of(question)));
                } else {
                    var field = AnswerField.of(question, words, changed);
                    field.write().accept(shown.get(DraftContent.ANSWER + question.key()));
                    answers.put(question.key(), field);
                    questions.add(field.component());
                }
            }
        } finally {
            showing = before;
        }
    }

    private void showTopics(DraftContent content) {
        var known = setting.topics().stream().map(TopicOf::key).toList();
        var chosen = new ArrayList<UUID>();
        content.several(DraftContent.TOPICS)
                .forEach(written -> key(written).filter(known::contains).ifPresent(chosen::add));
        mainTopic.setValue(chosen.isEmpty() ? null : chosen.getFirst());
        otherTopics.setValue(chosen.isEmpty() ? Set.of() : new LinkedHashSet<>(chosen.subList(1, chosen.size())));
    }

    private void showLanguage(Select<String> field, String tag) {
        if (setting.languages().contains(tag)) {
            field.setValue(tag);
        }
    }

    private void showPreview() {
        preview.removeAll();
        LocalizedText text = abstractText.getValue();
        if (text.isEmpty()) {
            preview.add(new Span(words.get("proposal.preview.empty")));
        }
        for (var language : text.languages()) {
            var block = new Html(
                    "<div lang=\"" + language.tag() + "\">" + Markdown.html(text.exactly(language)) + "</div>");
            preview.add(block);
        }
    }

    private void languages(Select<String> field, String id, String label) {
        field.setId("proposal-" + id);
        field.setLabel(words.get(label));
        field.setItems(setting.languages());
        field.setItemLabelGenerator(this::languageName);
        field.addValueChangeListener(e -> changed.run());
    }

    private String languageName(String tag) {
        return Language.ofTag(tag)
                .map(Language::ownName)
                .orElseGet(() -> Locale.forLanguageTag(tag)
                        .getDisplayLanguage(words.language().locale()));
    }

    private Optional<CallView.AllowedType> allowed(@org.jspecify.annotations.Nullable UUID key) {
        return types.stream().filter(t -> t.sessionType().equals(key)).findFirst();
    }

    private Optional<TopicOf> topicOf(UUID key) {
        return setting.topics().stream().filter(t -> t.key().equals(key)).findFirst();
    }

    private String topicName(UUID key) {
        return topicOf(key).map(t -> words.text(t.name())).orElse("");
    }

    private Span topic(UUID key) {
        var span = new Span(topicName(key));
        span.addClassName("topic-stripe");
        topicOf(key).ifPresent(t -> span.addClassName(Hue.of(t.hue())));
        return span;
    }

    private static Optional<UUID> key(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            // Nothing is chosen yet, or what was chosen is gone.
            return Optional.empty();
        }
    }

    private static TextField line() {
        var field = new TextField();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        return field;
    }
}
