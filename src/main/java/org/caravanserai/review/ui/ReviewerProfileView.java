package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.review.reviewing.Reviewer;
import org.caravanserai.review.reviewing.ReviewerProfile;
import org.caravanserai.review.reviewing.ReviewerState;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/** A person's own reviewing for a meeting: she answers or offers, says what she can judge, and stops. */
@Route(value = "reviewing/:slug/profile", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/assigning.css")
class ReviewerProfileView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient MeetingDirectory directory;
    private final transient ReviewerProfile profile;
    private final transient Clock clock;
    private final Words words = Words.here();
    private final transient Map<UUID, Select<Integer>> topics = new LinkedHashMap<>();
    private final CheckboxGroup<String> languages = new CheckboxGroup<>();
    private final IntegerField least = new IntegerField();
    private final IntegerField most = new IntegerField();
    private final TextArea works = new TextArea();
    private transient MeetingView meeting;
    private long version;

    @SuppressWarnings("NullAway.Init")
    ReviewerProfileView(MeetingDirectory directory, ReviewerProfile profile, Clock clock) {
        this.directory = directory;
        this.profile = profile;
        this.clock = clock;
        addClassNames("view", "reviewer-profile");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = directory
                .bySlug(event.getRouteParameters().get("slug").orElse(""))
                .orElseThrow(NotFoundException::new);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.get("reviewers.profile.title") + " · " + words.text(meeting.name());
    }

    private void show() {
        removeAll();
        topics.clear();
        var mine = profile.read(meeting.id());
        version = mine.version();
        var bids = new Anchor("/app/reviewing/" + meeting.slug() + "/bids", words.get("reviewers.bids.title"));
        var header = mine.state().filter(s -> s == ReviewerState.ACCEPTED).isPresent()
                ? new PageHeader(words.get("reviewers.profile.title"), bids)
                : new PageHeader(words.get("reviewers.profile.title"));
        add(header.with(words.text(meeting.name())));
        if (mine.state().isEmpty() && !mine.mayOffer()) {
            add(new EmptyState(words.get("reviewers.profile.closed")));
            return;
        }
        add(standing(mine));
        mine.deadlines().reviewing().ifPresent(at -> {
            var line = new Paragraph(words.get("reviewers.profile.until") + " ");
            line.add(new TimeText(at, meeting.zone(), words.text(meeting.city())));
            add(line);
        });
        if (mine.state().filter(s -> s != ReviewerState.DECLINED).isPresent()) {
            add(knowledge(mine.content()), load(mine.content()), works(mine.content()));
        }
    }

    private Component standing(ReviewerProfile.Mine mine) {
        var box = new Div();
        box.addClassName("review-note");
        mine.state().ifPresent(state -> box.add(ReviewerWords.badge(words, state)));
        switch (mine.state().orElse(ReviewerState.DECLINED)) {
            case INVITED -> {
                box.add(new Paragraph(words.get("reviewers.profile.invited", meeting.name())));
                var yes = act("reviewers.profile.yes", () -> profile.answer(meeting.id(), true));
                yes.addThemeVariants(ButtonVariant.PRIMARY);
                box.add(yes, act("reviewers.profile.no", () -> profile.answer(meeting.id(), false)));
            }
            case VOLUNTEERED -> box.add(new Paragraph(words.get("reviewers.profile.offered")));
            case ACCEPTED ->
                box.add(
                        new Paragraph(words.get("reviewers.profile.accepted")),
                        act("reviewers.profile.stop", () -> profile.retire(meeting.id())));
            case RETIRED -> box.add(new Paragraph(words.get("reviewers.profile.retired")));
            case DECLINED -> {
                if (mine.state().isPresent()) {
                    box.add(new Paragraph(words.get("reviewers.profile.declined")));
                }
            }
        }
        if (mine.mayOffer()) {
            box.add(new Paragraph(words.get("reviewers.profile.offer.help")));
            var offer = act("reviewers.profile.offer", () -> profile.offer(meeting.id()));
            offer.addThemeVariants(ButtonVariant.PRIMARY);
            box.add(offer);
        }
        return box;
    }

    private Button act(String label, Runnable step) {
        var button = new Button(words.get(label), e -> {
            try {
                step.run();
                show();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        button.setId(label.replace('.', '-'));
        return button;
    }

    private KeptForm form(String heading) {
        var form = new KeptForm(words.get(heading), clock);
        form.keeping(() -> {
            profile.write(meeting.id(), version, typed());
            version = profile.read(meeting.id()).version();
        });
        form.whenStale(
                () -> words.get("reviewers.plan.stale"),
                () -> version = profile.read(meeting.id()).version(),
                this::show);
        return form;
    }

    private Component knowledge(Reviewer.Content content) {
        var form = form("reviewers.profile.knows");
        form.with(new Paragraph(words.get("reviewers.profile.knows.help")));
        var grid = new Div();
        grid.addClassName("topic-strengths");
        for (var topic : meeting.topics()) {
            var select = new Select<Integer>();
            select.setId("topic-" + topic.topicKey());
            select.setLabel(words.text(topic.name()));
            select.setItems(0, 1, 2, 3);
            select.setItemLabelGenerator(s -> words.get("reviewers.strength." + s));
            select.setValue(content.topics().getOrDefault(topic.key(), 0));
            select.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    form.keep();
                }
            });
            topics.put(topic.key(), select);
            grid.add(select);
        }
        form.with(grid);
        languages.setId("reviewer-languages");
        languages.setLabel(words.get("reviewers.profile.languages"));
        languages.setHelperText(words.get("reviewers.profile.languages.help"));
        var offered = new LinkedHashSet<String>();
        Arrays.stream(Language.values()).map(Language::tag).forEach(offered::add);
        offered.addAll(meeting.languages());
        offered.addAll(content.languages());
        languages.setItems(offered);
        languages.setItemLabelGenerator(l -> ReviewWords.language(words, l));
        languages.setValue(content.languages());
        return form.with("languages", languages);
    }

    private Component load(Reviewer.Content content) {
        least.setId("reviewer-least");
        least.setLabel(words.get("reviewers.profile.least"));
        most.setId("reviewer-most");
        most.setLabel(words.get("reviewers.profile.most"));
        for (var field : new IntegerField[] {least, most}) {
            field.setMin(0);
            field.setHelperText(words.get("reviewers.profile.load.help"));
        }
        content.leastLoad().ifPresentOrElse(least::setValue, least::clear);
        content.mostLoad().ifPresentOrElse(most::setValue, most::clear);
        return form("reviewers.profile.load").with("leastLoad", least).with("mostLoad", most);
    }

    private Component works(Reviewer.Content content) {
        works.setId("reviewer-works");
        works.setLabel(words.get("reviewers.profile.works"));
        works.setHelperText(words.get("reviewers.profile.works.help"));
        works.setMaxLength(Reviewer.LONGEST_WORKS);
        works.setMinRows(6);
        works.setMaxRows(16);
        works.setValueChangeMode(ValueChangeMode.LAZY);
        works.setValueChangeTimeout(1_000);
        works.addClassName("review-wide");
        works.setValue(content.works());
        var form = form("reviewers.profile.works.title");
        var take = new Button(words.get("reviewers.profile.take"), e -> {
            var told = works.getValue();
            var fresh = profile.earlierWorks().stream()
                    .filter(w -> !told.contains(w))
                    .collect(Collectors.joining("\n\n"));
            if (fresh.isEmpty()) {
                Notices.done(words.get("reviewers.profile.take.none"));
                return;
            }
            var all = told.isBlank() ? fresh : told.strip() + "\n\n" + fresh;
            works.setValue(all.length() > Reviewer.LONGEST_WORKS ? all.substring(0, Reviewer.LONGEST_WORKS) : all);
            form.keep();
        });
        take.setId("take-works");
        return form.with("works", works).with(take);
    }

    private Reviewer.Content typed() {
        var strengths = new HashMap<UUID, Integer>();
        topics.forEach((topic, select) -> strengths.put(topic, select.getValue()));
        return new Reviewer.Content(strengths, languages.getValue(), number(least), number(most), works.getValue());
    }

    private static OptionalInt number(IntegerField field) {
        var value = field.getValue();
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
