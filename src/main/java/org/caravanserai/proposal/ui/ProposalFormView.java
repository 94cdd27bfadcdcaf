package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ImportUndoing;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.proposal.ProposalDrafting.FormSetting;
import org.caravanserai.proposal.ProposalDrafting.OpenDraft;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalFormContribution;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalNotice;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.proposal.UnsuitableTime;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Markdown;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;

/**
 * One proposal: its state and what comes next, its form, saved on the server as it is typed, and its revisions. Who may
 * not write it reads it.
 */
@Route(value = "proposals/:code", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/proposal.css")
class ProposalFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ProposalDrafting drafting;
    private final transient ProposalSubmission submission;
    private final transient ProposalReading reading;
    private final transient ImportUndoing imports;
    private final transient ContributorInviting inviting;
    private final transient ProposalFiles files;
    private final transient List<ProposalFormContribution> contributions;
    private final transient List<ProposalNotice> notices;
    private final Words words = Words.here();
    private final SavedLine saved = new SavedLine();
    private final Problems problems = new Problems();
    private final Div choosing = new Div();
    private PageHeader head = new PageHeader("");
    private String heading = "";
    private transient Optional<Editing> editing = Optional.empty();

    /** What is being edited: the form, and the draft that its typing began with. */
    private static final class Editing {
        private final ProposalId proposal;
        private final FormSetting setting;
        private final ProposalForm form;
        private DraftContent base;
        private long version;

        Editing(ProposalId proposal, FormSetting setting, ProposalForm form, OpenDraft draft) {
            this.proposal = proposal;
            this.setting = setting;
            this.form = form;
            this.base = draft.content();
            this.version = draft.version();
        }
    }

    ProposalFormView(
            ProposalDrafting drafting,
            ProposalSubmission submission,
            ProposalReading reading,
            ImportUndoing imports,
            ContributorInviting inviting,
            ProposalFiles files,
            List<ProposalFormContribution> contributions,
            List<ProposalNotice> notices) {
        this.drafting = drafting;
        this.submission = submission;
        this.reading = reading;
        this.imports = imports;
        this.inviting = inviting;
        this.files = files;
        this.contributions = contributions;
        this.notices = notices;
        addClassNames("view", "proposal-view");
    }

    /** The address of a proposal's form. */
    static RouteParameters at(String code) {
        return new RouteParameters(new RouteParam("code", code));
    }

    @Override
    public String getPageTitle() {
        return heading + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        reading.find(code)
                .ifPresentOrElse(
                        found -> show(found.proposal(), found.edits()),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(ProposalId proposal, boolean edits) {
        removeAll();
        var view = reading.view(proposal);
        if (edits) {
            edit(view);
        } else {
            read(view);
        }
    }

    private void edit(ProposalView view) {
        var draft = drafting.open(view.proposal());
        var setting = drafting.setting(view.proposal());
        var open = submission.isOpen(view.proposal());
        header(view, title(draft.content().localized(DraftContent.TITLE)));
        add(state(view, setting, open));
        notices.forEach(notice -> notice.of(view).ifPresent(this::add));
        if (view.state() != ProposalState.DRAFT && !open) {
            content(view);
            revisions(view);
            return;
        }
        var form = new ProposalForm(
                setting,
                words,
                question -> new FilesEditor(files, view.proposal(), view.code(), question, words),
                this::save);
        form.show(draft.content());
        var now = new Editing(view.proposal(), setting, form, draft);
        editing = Optional.of(now);
        var people = new Section(
                new H2(words.get("proposal.section.people")),
                new Paragraph(words.get("proposal.help.people")),
                new ContributorsEditor(inviting, view.proposal(), words));
        var attached = new Section(
                new H2(words.get("proposal.section.files")),
                new FilesEditor(files, view.proposal(), view.code(), Optional.empty(), words));
        var submit = new Button(
                words.get(view.state() == ProposalState.DRAFT ? "proposal.submit" : "proposal.submitChanges"),
                e -> submit(view.state()));
        submit.setId("proposal-submit");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.setEnabled(open);
        saved.setId("proposal-saved");
        saved.saved(draft.savedAt());
        var end = new Div(submit, saved);
        end.addClassName("proposal-end");
        choosing.removeAll();
        problems.clear();
        add(choosing, problems, form, people, attached);
        contributions.forEach(c -> add(c.part(view.proposal())));
        add(end);
        draft.aside().ifPresent(aside -> {
            var clashes = List.copyOf(aside.differences(draft.content()));
            if (!clashes.isEmpty()) {
                choose(now, aside, draft.content(), draft.version(), draft.savedBy(), clashes);
            }
        });
        revisions(view);
    }

    private void save() {
        editing.ifPresent(now -> {
            var typed = now.form.typed();
            if (choosing.getChildren().findAny().isEmpty()) {
                save(now, typed, now.version, now.base);
            } else {
                saved.notSaved(words.get("proposal.stale.first"));
            }
        });
    }

    private void save(Editing now, DraftContent typed, long version, DraftContent base) {
        try {
            switch (drafting.save(now.proposal, version, base, typed)) {
                case ProposalDrafting.Saved kept -> {
                    now.version = kept.version();
                    now.base = kept.content();
                    if (!kept.content().equals(typed)) {
                        now.form.show(kept.content());
                        Notices.done(words.get("proposal.stale.joined"));
                    }
                    head.setTitleText(title(kept.content().localized(DraftContent.TITLE)));
                    saved.saved(kept.at());
                }
                case ProposalDrafting.StaleDraft stale -> {
                    saved.notSaved(words.get("proposal.stale.first"));
                    choose(now, stale.mine(), stale.theirs(), stale.version(), stale.who(), stale.clashes());
                }
            }
        } catch (Refusal refusal) {
            saved.notSaved(refusal.problems().stream().map(words::get).collect(Collectors.joining(" ")));
        }
    }

    private void choose(
            Editing now,
            DraftContent mine,
            DraftContent theirs,
            long version,
            Optional<PersonName> who,
            List<String> clashes) {
        choosing.removeAll();
        // What only this side changed elsewhere is kept with whatever is chosen.
        var others = DraftContent.merge(now.base, mine, theirs).content();
        var ground = others;
        for (var field : clashes) {
            ground = ground.with(field, theirs.get(field));
        }
        choosing.add(new StalePanel(
                words,
                who.map(words::name).orElse(words.get("proposal.stale.somebody")),
                mine,
                ground,
                clashes,
                (field, text) -> readable(now.setting, field, text),
                chosen -> {
                    choosing.removeAll();
                    save(now, chosen, version, theirs);
                    now.form.show(now.base);
                }));
        choosing.scrollIntoView();
    }

    private String readable(FormSetting setting, String field, String text) {
        return switch (field) {
            case DraftContent.TYPE ->
                setting.call().stream()
                        .flatMap(c -> c.types().stream())
                        .filter(t -> t.sessionType().toString().equals(text))
                        .map(t -> words.text(t.name()))
                        .findFirst()
                        .orElse(text);
            case DraftContent.TOPICS ->
                setting.topics().stream()
                        .filter(t -> text.contains(t.key().toString()))
                        .map(t -> words.text(t.name()))
                        .collect(Collectors.joining(", "));
            default -> text;
        };
    }

    private void submit(ProposalState before) {
        editing.ifPresent(now -> {
            problems.clear();
            save();
            try {
                if (choosing.getChildren().findAny().isPresent()) {
                    choosing.scrollIntoView();
                } else {
                    var receipt = submission.submit(now.proposal);
                    show(now.proposal, true);
                    Notices.done(words.get(
                            before == ProposalState.DRAFT
                                    ? "proposal.submitted"
                                    : receipt.revision().isPresent()
                                            ? "proposal.submittedChanges"
                                            : "proposal.submittedSame"));
                }
            } catch (Refusal refusal) {
                Map<String, Component> fields = new HashMap<>(now.form.fields());
                getChildren()
                        .filter(Section.class::isInstance)
                        .flatMap(Component::getChildren)
                        .filter(ContributorsEditor.class::isInstance)
                        .forEach(people -> fields.put("contributors", people));
                problems.show(refusal, fields);
            }
            getChildren()
                    .flatMap(Component::getChildren)
                    .filter(c -> c.getId().filter("proposal-submit"::equals).isPresent())
                    .forEach(button -> ((Button) button).setEnabled(true));
        });
    }

    private Component state(ProposalView view, FormSetting setting, boolean open) {
        var next = new Paragraph(words.get("proposal.next." + view.state().name()));
        var panel = new Section(next);
        panel.setId("proposal-state");
        panel.addClassName("proposal-panel");
        if (view.state() == ProposalState.REVISING) {
            view.reviseUntil()
                    .ifPresent(
                            until -> panel.add(until(open ? "desk.revise.until" : "desk.revise.over", until, setting)));
        } else {
            setting.call()
                    .ifPresent(call -> panel.add(
                            until(open ? "proposal.openUntil" : "proposal.closes", call.closesAt(), setting)));
        }
        var actions = new Div();
        actions.addClassName("proposal-actions");
        if (view.state() == ProposalState.ACCEPTED) {
            var confirm = new Button(
                    words.get("proposal.confirm"),
                    e -> act(view.proposal(), () -> {
                        submission.confirm(view.proposal());
                        Notices.done(words.get("proposal.confirmed"));
                    }));
            confirm.setId("proposal-confirm");
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(confirm);
        }
        if (view.state().next().contains(ProposalState.WITHDRAWN)) {
            var withdraw = new Button(words.get("proposal.withdraw"), e -> withdraw(view.proposal()));
            withdraw.setId("proposal-withdraw");
            actions.add(withdraw);
        }
        if (view.state() == ProposalState.WITHDRAWN) {
            var restore = new Button(
                    words.get("proposal.restore"),
                    e -> act(view.proposal(), () -> submission.restore(view.proposal())));
            restore.setId("proposal-restore");
            actions.add(restore);
        }
        panel.add(actions);
        return panel;
    }

    private Component until(String key, Instant instant, FormSetting setting) {
        var line = new Paragraph(new Span(words.get(key) + " "));
        line.add(new TimeText(
                instant, setting.meeting().zone(), words.text(setting.meeting().city())));
        line.addClassName("muted");
        return line;
    }

    private void withdraw(ProposalId proposal) {
        act(proposal, () -> {
            submission.withdraw(proposal);
            Notices.done(words.get("proposal.withdrawn"), () -> act(proposal, () -> submission.restore(proposal)));
        });
    }

    private void act(ProposalId proposal, Runnable step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show(proposal, true);
    }

    private void read(ProposalView view) {
        header(view, title(view.title()));
        content(view);
        revisions(view);
    }

    private void header(ProposalView view, String title) {
        heading = title;
        var line = new Div(
                ProposalStates.badge(words, view.state()),
                new Span(view.code() + " · " + words.text(view.meeting().name())));
        line.addClassName("proposal-head");
        head = new PageHeader(title).with(line);
        add(head);
    }

    private void content(ProposalView view) {
        var section = new Section(new H2(words.get("proposal.section.text")));
        section.addClassName("proposal-read");
        var topics = new Div();
        topics.addClassName("proposal-topics");
        for (var topic : view.topics()) {
            var span = new Span(words.text(topic.name()));
            span.addClassNames("topic-stripe", org.caravanserai.shell.Hue.of(topic.hue()));
            topics.add(span);
        }
        section.add(
                topics,
                new Paragraph(words.text(view.type().name()) + " · " + words.get("proposal.minutes", view.minutes())));
        for (var language : view.title().languages()) {
            var text = new Div(view.title().exactly(language));
            text.getElement().setAttribute("lang", language.tag());
            text.addClassName("proposal-read-title");
            section.add(text);
        }
        for (var language : view.abstractText().languages()) {
            section.add(new Html("<div lang=\"" + language.tag() + "\">"
                    + Markdown.html(view.abstractText().exactly(language)) + "</div>"));
        }
        add(section);
        var people = new Section(new H2(words.get("proposal.section.people")));
        for (var person : view.people()) {
            people.add(new PersonText(
                    person.name(),
                    words.get("proposal.role." + person.role().name())
                            + (person.affiliation().isEmpty() ? "" : " · " + person.affiliation())));
        }
        add(people);
        var notes = imports.notes(view.proposal());
        if (!notes.isEmpty()) {
            var kept = new Div(notes);
            kept.addClassName("proposal-kept");
            add(new Section(new H2(words.get("sheet.notes")), kept));
        }
        answers(view);
        attached(view);
        unsuitable(view);
    }

    private void answers(ProposalView view) {
        if (view.answers().isEmpty()) {
            return;
        }
        var list = new DescriptionList();
        for (var answer : view.answers()) {
            var told = answer.picked().isEmpty()
                    ? told(answer)
                    : answer.picked().stream().map(words::text).collect(Collectors.joining(", "));
            list.add(new DescriptionList.Term(words.text(answer.label())), new DescriptionList.Description(told));
        }
        list.setId("proposal-answers");
        list.addClassName("proposal-answers");
        add(new Section(new H2(words.get("proposal.section.questions")), list));
    }

    private String told(ProposalView.Answer answer) {
        return switch (answer.kind()) {
            case YES_NO -> words.get(answer.text().equals("yes") ? "shell.yes" : "shell.no");
            case DATE -> words.day(LocalDate.parse(answer.text()));
            case TEXT, LONG_TEXT, CHOICE, SEVERAL, NUMBER, FILE -> answer.text();
        };
    }

    private void attached(ProposalView view) {
        if (view.files().isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        for (var file : view.files()) {
            var link = new Anchor("/proposals/" + view.code() + "/files/" + file.key(), file.name());
            link.setRouterIgnore(true);
            var size = new Span(words.get("proposal.file.size", Math.max(1, file.size() / 1024)));
            size.addClassName("muted");
            list.add(new ListItem(link, size));
        }
        list.setId("proposal-attached");
        list.addClassName("proposal-file-list");
        add(new Section(new H2(words.get("proposal.section.files")), list));
    }

    private void unsuitable(ProposalView view) {
        if (view.unsuitable().isEmpty() && !view.anyTime()) {
            return;
        }
        var list = new UnorderedList();
        if (view.anyTime()) {
            list.add(new ListItem(words.get("conflict.times.any")));
        }
        for (var time : view.unsuitable()) {
            var when = time.part() == UnsuitableTime.Part.DAY
                    ? words.day(time.day())
                    : words.day(time.day()) + " · "
                            + words.get("proposal.part." + time.part().name());
            list.add(new ListItem(
                    time.strength() == UnsuitableTime.Strength.CANNOT
                            ? words.get("conflict.times.cannot", when)
                            : words.get("conflict.times.ratherNot", when)));
        }
        list.setId("proposal-unsuitable");
        add(new Section(new H2(words.get("proposal.field.unsuitable")), list));
    }

    private void revisions(ProposalView view) {
        var revisions = reading.revisions(view.proposal());
        if (!revisions.isEmpty()) {
            add(new RevisionsPanel(
                    revisions, view.meeting().zone(), words.text(view.meeting().city()), words));
        }
    }

    private String title(LocalizedText title) {
        return title.isEmpty() ? words.get("proposal.untitled") : words.text(title);
    }
}
