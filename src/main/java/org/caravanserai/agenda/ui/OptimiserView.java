package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.SessionFormation;
import org.caravanserai.agenda.planning.AgendaPlanning;
import org.caravanserai.agenda.planning.PlaceReasons;
import org.caravanserai.agenda.planning.Scenarios;
import org.caravanserai.agenda.planning.SessionWishing;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TabLine;
import org.caravanserai.shell.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where organisers let the agenda be planned: built, improved or mended by the optimiser and looked at before it holds; asked
 * why a session is where it is; and tried out in scenarios.
 */
@Route(value = "meetings/:slug/agenda/optimiser", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/optimiser.css")
class OptimiserView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** The parts of the view; the address names one. */
    private enum Part {
        PLAN,
        SESSION,
        SCENARIOS;

        String address() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Words words = Words.here();
    private final transient AgendaBoards boards;
    private final transient MeetingDirectory directory;
    private final transient AgendaPlanning planning;
    private final transient PlaceReasons reasons;
    private final transient SessionWishing wishing;
    private final transient SessionFormation formation;
    private final transient Scenarios scenarios;
    private final transient AgendaPlacing placing;
    private final transient LiveUpdates updates;
    private transient @Nullable AgendaBoard board;
    private transient @Nullable PlanOutcome outcome;
    private transient LiveUpdates.@Nullable Subscription subscription;

    OptimiserView(
            AgendaBoards boards,
            MeetingDirectory directory,
            AgendaPlanning planning,
            PlaceReasons reasons,
            SessionWishing wishing,
            SessionFormation formation,
            Scenarios scenarios,
            AgendaPlacing placing,
            LiveUpdates updates) {
        this.boards = boards;
        this.directory = directory;
        this.planning = planning;
        this.reasons = reasons;
        this.wishing = wishing;
        this.formation = formation;
        this.scenarios = scenarios;
        this.placing = placing;
        this.updates = updates;
        addClassNames("view", "optimiser");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var meeting = boards.meeting(slug).orElseThrow(NotFoundException::new);
        board = boards.board(meeting);
        var asked = event.getLocation().getQueryParameters();
        removeAll();
        outcome = null;
        var back = new Anchor("/app/meetings/" + slug + "/agenda", words.get("optimiser.board"));
        add(new PageHeader(words.get("optimiser.title"), back).with(words.text(board().name())));
        if (board().rooms().isEmpty()) {
            add(new EmptyState(
                    words.get("optimiser.rooms.none"),
                    new Anchor("/app/meetings/" + slug + "/set-up?section=rooms", words.get("meeting.setUp.title"))));
            return;
        }
        if (board().sessions().isEmpty()) {
            add(new EmptyState(words.get("optimiser.sessions.none"), back(slug)));
            return;
        }
        var part = asked.getSingleParameter("section")
                .flatMap(name -> Stream.of(Part.values())
                        .filter(each -> each.address().equals(name))
                        .findFirst())
                .orElse(Part.PLAN);
        add(tabs(part), panel(part, asked));
    }

    @Override
    public String getPageTitle() {
        return words.get("optimiser.title") + " · " + (board == null ? "Caravanserai" : words.text(board.name()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = updates.listen(AgendaPlanning.channel(board().meeting()), message -> ui.access(this::further));
        further();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
        }
    }

    private void further() {
        if (outcome != null) {
            outcome.show();
        }
    }

    private Anchor back(String slug) {
        return new Anchor("/app/meetings/" + slug + "/agenda", words.get("optimiser.board"));
    }

    private Component tabs(Part part) {
        var tabs = Stream.of(Part.values())
                .collect(Collectors.toMap(
                        each -> each,
                        each -> new Tab(words.get("optimiser.part." + each.name())),
                        (one, other) -> one,
                        () -> new java.util.EnumMap<>(Part.class)));
        var line = new TabLine(words.get("optimiser.title"), tabs.values().toArray(Tab[]::new));
        line.setSelectedTab(tabs.get(part));
        line.addSelectedChangeListener(e -> tabs.forEach((each, tab) -> {
            if (tab.equals(e.getSelectedTab())) {
                go(Map.of("section", each.address()));
            }
        }));
        return line;
    }

    private void go(Map<String, String> parameters) {
        UI.getCurrentOrThrow()
                .navigate("meetings/" + board().slug() + "/agenda/optimiser", QueryParameters.simple(parameters));
    }

    private Component panel(Part part, QueryParameters asked) {
        var spots = new SpotText(board(), words);
        var meeting = board().meeting();
        return switch (part) {
            case PLAN -> {
                var shown = new PlanOutcome(board(), planning, scenarios, placing, spots, words);
                outcome = shown;
                yield new Div(
                        new FormingPanel(directory.byId(meeting).orElseThrow(NotFoundException::new), formation, words),
                        new PlanAsking(board(), planning, words, () -> {
                            shown.show();
                            shown.scrollIntoView();
                        }),
                        shown);
            }
            case SESSION ->
                new SessionPanel(
                        board(),
                        reasons,
                        wishing,
                        spots,
                        words,
                        asked.getSingleParameter("session").orElse(""),
                        code -> go(Map.of("section", Part.SESSION.address(), "session", code)));
            case SCENARIOS -> new ScenariosPanel(board(), scenarios, placing, spots, words);
        };
    }

    private AgendaBoard board() {
        return Objects.requireNonNull(board, "beforeEnter comes first");
    }

    /** A button's icon and words are made alike everywhere in the view. */
    static com.vaadin.flow.component.button.Button button(String id, String label, String icon, Runnable action) {
        var button = new com.vaadin.flow.component.button.Button(label, Icons.of(icon), e -> action.run());
        button.setId(id);
        return button;
    }
}
