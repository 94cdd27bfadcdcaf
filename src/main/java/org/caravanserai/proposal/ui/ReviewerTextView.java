package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalAccess;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ReviewerText;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/**
 * What reviewers read of a proposal who may not learn whose it is: what gives the authors away, the texts instead, and the
 * files that are sent to them. For the authors and for who leads the reviewing.
 */
@Route(value = "proposals/:code/for-reviewers", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/proposal.css")
class ReviewerTextView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ProposalReading reading;
    private final transient ReviewerTexts texts;
    private final transient ProposalAccess access;
    private final Words words = Words.here();
    private final Problems problems = new Problems();
    private final transient Map<String, TextArea> fields = new LinkedHashMap<>();

    ReviewerTextView(ProposalReading reading, ReviewerTexts texts, ProposalAccess access) {
        this.reading = reading;
        this.texts = texts;
        this.access = access;
        addClassNames("view", "proposal-view");
    }

    @Override
    public String getPageTitle() {
        return words.get("veil.title") + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = reading.find(event.getRouteParameters().get("code").orElse(""))
                .filter(f -> access.mayRedact(f.proposal()));
        var text = found.flatMap(f -> texts.of(f.proposal()));
        if (text.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        } else {
            show(text.get(), found.get().edits());
        }
    }

    private void show(ReviewerText text, boolean edits) {
        removeAll();
        fields.clear();
        problems.clear();
        var back = new Anchor(
                edits
                        ? "/app/proposals/" + text.code()
                        : "/app/meetings/"
                                + reading.view(text.proposal()).meeting().slug() + "/proposals?open=" + text.code(),
                text.code() + " · " + words.text(text.title()));
        add(
                new PageHeader(words.get("veil.title")).with(back),
                new Paragraph(words.get("veil.help")),
                found(text, edits),
                problems);
        if (text.fields().isEmpty()) {
            add(new Paragraph(words.get("veil.empty")));
        } else {
            add(texts(text, edits));
        }
        if (!text.files().isEmpty()) {
            add(new ReviewerFiles(texts, text, problems));
        }
        if (!text.withheld().isEmpty()) {
            var list = new UnorderedList();
            text.withheld().forEach(label -> list.add(new ListItem(words.text(label))));
            add(new Section(new H2(words.get("veil.withheld")), list));
        }
    }

    private Component found(ReviewerText text, boolean edits) {
        if (text.found().isEmpty()) {
            var nothing = new Section(new Paragraph(words.get("veil.found.none")));
            nothing.addClassName("proposal-panel");
            return nothing;
        }
        var hide = new Button(words.get("veil.hide"), e -> {
            var before = text.shown();
            keep(
                    text,
                    edits,
                    texts.hidden(text.proposal(), typed()),
                    () -> Notices.done(
                            words.get("veil.hidden.done"),
                            () -> again(text, edits).ifPresent(now -> keep(now, edits, before, () -> {}))));
        });
        hide.setId("veil-hide");
        hide.addThemeVariants(ButtonVariant.PRIMARY);
        var panel = new Section(new H2(words.get("veil.found")), chips(text.found()), hide);
        panel.setId("veil-found");
        panel.addClassName("proposal-panel");
        return panel;
    }

    private static Component chips(List<String> found) {
        var chips = new Div();
        chips.addClassName("veil-found");
        found.forEach(words -> chips.add(new Span(words)));
        return chips;
    }

    private Component texts(ReviewerText text, boolean edits) {
        var section = new Section();
        section.addClassName("veil-texts");
        for (var field : text.fields()) {
            var area = new TextArea(label(field));
            area.setId("veil-" + field.name().replace('.', '-'));
            area.setValue(field.shown());
            area.setMaxLength(DraftContent.LONGEST);
            area.setMaxRows(16);
            area.setWidthFull();
            if (field.stale()) {
                area.setHelperText(words.get("veil.stale"));
            }
            fields.put(field.name(), area);
            section.add(area);
            if (!field.found().isEmpty()) {
                section.add(chips(field.found().stream().distinct().toList()));
            }
            if (!field.shown().equals(field.original())) {
                var original = new Paragraph(field.original());
                original.addClassName("veil-original");
                section.add(new NativeDetails(words.get("veil.original"), original));
            }
        }
        var save = new Button(
                words.get("shell.save"), e -> keep(text, edits, typed(), () -> Notices.done(words.get("veil.saved"))));
        save.setId("veil-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(save);
        actions.addClassName("proposal-actions");
        if (text.isRedacted()) {
            var asWritten = new Button(words.get("veil.asWritten"), e -> {
                var before = typed();
                keep(
                        text,
                        edits,
                        Map.of(),
                        () -> Notices.done(
                                words.get("veil.asWritten.done"),
                                () -> again(text, edits).ifPresent(now -> keep(now, edits, before, () -> {}))));
            });
            asWritten.setId("veil-as-written");
            actions.add(asWritten);
        }
        section.add(actions);
        return section;
    }

    private String label(ReviewerText.Field field) {
        var language = Language.ofTag(field.name().substring(field.name().indexOf('.') + 1))
                .map(l -> " (" + l.ownName() + ")")
                .orElse("");
        return field.question()
                .map(words::text)
                .orElseGet(() -> words.get(
                                field.name().startsWith(DraftContent.TITLE)
                                        ? "veil.field.title"
                                        : "veil.field.abstract")
                        + language);
    }

    private Map<String, String> typed() {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().getValue()));
    }

    private Optional<ReviewerText> again(ReviewerText text, boolean edits) {
        var now = texts.of(text.proposal());
        now.ifPresent(n -> show(n, edits));
        return now;
    }

    private void keep(ReviewerText text, boolean edits, Map<String, String> typed, Runnable then) {
        try {
            texts.write(text.proposal(), text.version(), typed);
            again(text, edits);
            then.run();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.copyOf(fields));
        }
    }
}
