package org.caravanserai.exchange.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.exchange.EmbedCode;
import org.caravanserai.shell.CopyButton;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;

/** Makes the code with which other sites show a published programme, by what the organiser chooses. */
final class EmbedMaking extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient AgendaSnapshot agenda;
    private final String base;
    private final Select<String> topic;
    private final Select<String> day;
    private final Select<String> language;
    private final Select<String> theme;
    private final TextArea code = new TextArea(words.get("embed.code"));
    private final Anchor look = new Anchor();

    /** @param base where this installation is reached, without a final slash */
    EmbedMaking(AgendaSnapshot agenda, String base) {
        this.agenda = agenda;
        this.base = base;
        topic = choice(
                "topic",
                agenda.topics().stream().map(AgendaSnapshot.TopicPart::topicKey).toList(),
                this::topic);
        day = choice(
                "day",
                agenda.meeting()
                        .firstDay()
                        .datesUntil(agenda.meeting().lastDay().plusDays(1))
                        .map(LocalDate::toString)
                        .toList(),
                this::day);
        language = choice(
                "language", Arrays.stream(Language.values()).map(Language::tag).toList(), EmbedMaking::language);
        theme = choice(
                "theme",
                List.of("light", "dark"),
                t -> words.get(t.equals("dark") ? "embed.theme.dark" : "embed.theme.light"));
        code.setId("embed-code");
        code.setReadOnly(true);
        code.setAutoselect(true);
        code.addClassName("export-code");
        var copy = new CopyButton(words.get("embed.copy"), code::getValue, words.get("embed.copied")).from(code);
        copy.setId("embed-copy");
        look.setId("embed-look");
        look.setText(words.get("embed.try"));
        look.setTarget(AnchorTarget.BLANK);
        var choices = new Div(topic, day, language, theme);
        choices.addClassName("export-choices");
        var actions = new Div(copy, look);
        actions.addClassName("export-links");
        var feed = new Anchor(home() + "/feed.json?lang=" + words.language().tag(), words.get("embed.feed.link"));
        feed.setId("embed-feed");
        add(choices, code, actions, new Paragraph(words.get("embed.more")), feed);
        show();
    }

    private Select<String> choice(String name, List<String> values, Function<String, String> label) {
        var choice = new Select<String>();
        choice.setId("embed-" + name);
        choice.setLabel(words.get(
                switch (name) {
                    case "topic" -> "embed.topic";
                    case "day" -> "embed.day";
                    case "language" -> "embed.language";
                    default -> "embed.theme";
                }));
        choice.setItems(values);
        choice.setItemLabelGenerator(value -> value == null ? none(name) : label.apply(value));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(none(name));
        choice.addValueChangeListener(e -> show());
        return choice;
    }

    private String none(String name) {
        return words.get(
                switch (name) {
                    case "topic" -> "embed.topic.all";
                    case "day" -> "embed.day.all";
                    case "language" -> "embed.language.reader";
                    default -> "embed.theme.auto";
                });
    }

    private void show() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "topic", topic);
        add(query, "day", day);
        add(query, "lang", language);
        add(query, "theme", theme);
        var address = home() + "/embed" + query;
        var in = language.getOptionalValue().flatMap(Language::ofTag).orElse(words.language());
        code.setValue(new EmbedCode(base + address, agenda.meeting().name().text(in), 0, EmbedCode.HEIGHT).html());
        look.setHref(address);
    }

    private static void add(StringJoiner query, String name, Select<String> choice) {
        choice.getOptionalValue()
                .ifPresent(value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    private String home() {
        return "/m/" + agenda.meeting().slug();
    }

    private String topic(String key) {
        return agenda.topics().stream()
                .filter(t -> t.topicKey().equals(key))
                .findFirst()
                .map(t -> words.text(t.name()))
                .orElse(key);
    }

    private String day(String date) {
        return Moments.day(words.language(), LocalDate.parse(date));
    }

    private static String language(String tag) {
        return Language.ofTag(tag).map(Language::ownName).orElse(tag);
    }
}
