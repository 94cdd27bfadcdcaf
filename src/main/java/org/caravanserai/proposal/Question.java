package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/**
 * What a call asks beyond title and abstract. A removed question is kept: answers given to it stay readable, and the
 * removal can be undone.
 */
@Entity
public class Question extends Aggregate {

    /** The most options that a choice may have. */
    public static final int MOST_OPTIONS = 100;

    /** The longest label, help or option in one language, in characters. */
    public static final int LONGEST_TEXT = 1_000;

    /** How a question is answered. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        CHOICE,
        SEVERAL,
        NUMBER,
        DATE,
        FILE,
        YES_NO;

        /** Whether the answer is picked from options. */
        public boolean hasOptions() {
            return this == CHOICE || this == SEVERAL;
        }
    }

    /**
     * What can be picked.
     *
     * @param key stands in answers; it stays when the name changes
     */
    public record Option(String key, LocalizedText name) {}

    /**
     * What a question asks.
     *
     * @param types keys of the session types it is asked for; empty for all
     * @param options for {@link Kind#hasOptions()} at least two; else none
     * @param identifying whether an answer may tell who gives it: those who may not learn that do not read it
     */
    public record Content(
            Kind kind,
            LocalizedText label,
            LocalizedText help,
            List<Option> options,
            boolean required,
            Set<UUID> types,
            boolean identifying) {

        /** A question whose answers tell nothing of who gives them. */
        public Content(
                Kind kind,
                LocalizedText label,
                LocalizedText help,
                List<Option> options,
                boolean required,
                Set<UUID> types) {
            this(kind, label, help, options, required, types, false);
        }
    }

    private UUID call;

    @Column(name = "question_position")
    private int position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private LocalizedText label;

    private LocalizedText help;

    @Convert(converter = OptionsConverter.class)
    private Options options;

    private boolean required;

    @Convert(converter = StringSetConverter.class)
    private Set<String> types = new LinkedHashSet<>();

    private boolean identifying;

    private boolean removed;

    /** The options as one immutable value, so that a change of them is seen and audited. */
    record Options(List<Option> list) {}

    @SuppressWarnings("NullAway.Init")
    protected Question() {}

    /**
     * A question.
     *
     * @throws Refusal as {@link #ask} does
     */
    public Question(Call call, int position, Content content) {
        this.call = call.key();
        this.position = position;
        ask(content);
    }

    public UUID call() {
        return call;
    }

    public int position() {
        return position;
    }

    public Kind kind() {
        return kind;
    }

    public LocalizedText label() {
        return label;
    }

    public LocalizedText help() {
        return help;
    }

    /** What can be picked, in order; empty unless {@link Kind#hasOptions()}. */
    public List<Option> options() {
        return options.list();
    }

    public boolean isRequired() {
        return required;
    }

    /** Keys of the session types it is asked for; empty for all. */
    public Set<UUID> types() {
        return types.stream().map(UUID::fromString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it is asked for proposals of this type. */
    public boolean appliesTo(UUID sessionType) {
        return types.isEmpty() || types.contains(sessionType.toString());
    }

    /** Whether its answers are kept from those who may not learn whose a proposal is. */
    public boolean isIdentifying() {
        return identifying;
    }

    public boolean isRemoved() {
        return removed;
    }

    /**
     * Changes what is asked.
     *
     * @throws Refusal if the label has no English, a choice fewer than two options or one without English, or a text is
     *     too long
     */
    public final void ask(Content content) {
        var asked = content.kind().hasOptions()
                ? content.options().stream()
                        .map(o -> new Option(o.key(), o.name().map(Clean::line)))
                        .toList()
                : List.<Option>of();
        var cleanLabel = content.label().map(Clean::line);
        var cleanHelp = content.help().map(Clean::lines);
        if (cleanLabel.exactly(Language.EN).isEmpty()) {
            throw Refusal.at("label", "call.question.label");
        }
        requireShort("label", cleanLabel);
        requireShort("help", cleanHelp);
        if (content.kind().hasOptions() && (asked.size() < 2 || asked.size() > MOST_OPTIONS)) {
            throw Refusal.at("options", "call.question.options", MOST_OPTIONS);
        }
        for (var option : asked) {
            if (option.name().exactly(Language.EN).isEmpty()) {
                throw Refusal.at("options", "call.question.option.english");
            }
            requireShort("options", option.name());
        }
        if (asked.stream().map(Option::key).distinct().count() < asked.size()) {
            throw new IllegalArgumentException("two options have one key");
        }
        kind = content.kind();
        label = cleanLabel;
        help = cleanHelp;
        options = new Options(asked);
        required = content.required();
        identifying = content.identifying();
        types = content.types().stream().map(UUID::toString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Moves it among the others. */
    public void moveTo(int changed) {
        position = changed;
    }

    /** Asks it no more. */
    public void remove() {
        removed = true;
    }

    /** Asks it again. */
    public void restore() {
        removed = false;
    }

    private static void requireShort(String field, LocalizedText text) {
        if (text.longest() > LONGEST_TEXT) {
            throw Refusal.at(field, "call.question.long", LONGEST_TEXT);
        }
    }
}
