package org.caravanserai.search.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.search.IndexState;
import org.caravanserai.search.SearchIndexAdministration;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.jspecify.annotations.Nullable;

/** How it stands with the search index, for administrators: it can be made anew, which shows how far it is. */
@Route(value = "admin/search", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/search.css")
class SearchIndexView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient SearchIndexAdministration administration;
    private final transient LiveUpdates updates;
    private final transient Clock clock;
    private final Words words = Words.here();
    private final Paragraph line = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button rebuild;
    private final Button cancel;
    private transient LiveUpdates.@Nullable Subscription subscription;

    SearchIndexView(SearchIndexAdministration administration, LiveUpdates updates, Clock clock) {
        this.administration = administration;
        this.updates = updates;
        this.clock = clock;
        addClassName("search-index");
        rebuild = new Button(words.get("search.index.rebuild"), e -> {
            administration.rebuild();
            show(new IndexState.Building(clock.instant(), 0, 0));
        });
        rebuild.setId("rebuild");
        rebuild.addThemeVariants(ButtonVariant.PRIMARY);
        cancel = new Button(words.get("shell.cancel"), e -> administration.cancel());
        cancel.setId("cancel");
        line.setId("index-line");
        line.getElement().setAttribute("role", "status");
        bar.setId("index-progress");
        bar.getElement().setAttribute("aria-label", words.get("search.index.title"));
        var actions = new Div(rebuild, cancel);
        actions.addClassName("search-index-actions");
        add(new PageHeader(words.get("search.index.title")).with(words.get("search.index.help")), line, bar, actions);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(administration.state());
    }

    @Override
    public String getPageTitle() {
        return words.get("search.index.title") + " · Caravanserai";
    }

    private void show(IndexState state) {
        var building = state instanceof IndexState.Building || state instanceof IndexState.Starting;
        bar.setVisible(building);
        cancel.setVisible(building);
        rebuild.setVisible(!building);
        switch (state) {
            case IndexState.Starting starting -> {
                bar.setIndeterminate(true);
                line.setText(words.get("search.index.starting"));
            }
            case IndexState.Building now -> {
                bar.setIndeterminate(now.total() == 0);
                bar.setValue(now.part());
                line.setText(now.left(clock.instant())
                        .map(left -> words.get(
                                "search.index.building.left", now.done(), now.total(), Math.max(1, left.toSeconds())))
                        .orElseGet(() -> words.get("search.index.building", now.done(), now.total())));
            }
            case IndexState.Ready ready -> {
                var made = ready.madeAt()
                        .map(at -> words.get("search.index.ready.made", ready.documents(), words.ownMoment(at)))
                        .orElseGet(() -> words.get("search.index.ready", ready.documents()));
                line.setText(ready.cancelled() ? words.get("search.index.cancelled") + " " + made : made);
            }
            case IndexState.Missing missing ->
                line.setText(words.get(missing.cancelled() ? "search.index.none" : "search.index.failed"));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        subscription = updates.listen(SearchIndexAdministration.CHANNEL, message -> {
            if (message instanceof IndexState state) {
                ui.access(() -> show(state));
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        super.onDetach(event);
    }
}
