package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.people.Countries;
import org.caravanserai.shell.FilterLine;

/** Keeps in a view's address what its filter line has chosen, and takes from there what was chosen before. */
final class AddressedChoices {

    private static final String WORDS = "q";

    private final FilterLine line;
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    private final Runnable changed;
    private boolean quiet;

    AddressedChoices(FilterLine line, Runnable changed) {
        this.line = line;
        this.changed = changed;
        line.onSearch(words -> tell());
    }

    /** Adds a choice under the name that the address has for it. */
    Choice add(String name, Choice choice) {
        choices.put(name, choice);
        line.with(choice);
        choice.addValueChangeListener(e -> tell());
        return choice;
    }

    /** Adds a choice of the meeting's topics. */
    Choice topic(PartnerWords says) {
        return add(
                "topic",
                new Choice(
                        "filter-topic",
                        says.words().get("partner.filter.topic"),
                        says.meeting().topics().stream()
                                .map(MeetingView.TopicView::topicKey)
                                .toList(),
                        says::topicName));
    }

    /** Adds a choice of the countries whose people meet. */
    Choice country(PartnerWords says) {
        return add(
                "country",
                new Choice(
                        "filter-country",
                        says.words().get("partner.filter.country"),
                        Countries.MEETING,
                        says::country));
    }

    /** Adds a choice of the languages in which people work. */
    Choice language(PartnerWords says) {
        return add(
                "language",
                new Choice(
                        "filter-language",
                        says.words().get("partner.filter.language"),
                        says.languages(),
                        says::language));
    }

    /** Chooses what the address says, telling nobody. */
    void read(QueryParameters query) {
        quiet = true;
        line.setWords(query.getSingleParameter(WORDS).orElse(""));
        choices.forEach((name, choice) -> choice.choose(query.getSingleParameter(name)
                .filter(value -> choice.getListDataView().contains(value))
                .orElse("")));
        quiet = false;
        chips();
    }

    private void tell() {
        if (quiet) {
            return;
        }
        var chosen = new LinkedHashMap<String, String>();
        choices.forEach((name, choice) -> chosen.put(name, choice.chosen()));
        line.keepInAddress(UI.getCurrentOrThrow().getActiveViewLocation().getPath(), chosen);
        chips();
        changed.run();
    }

    private void chips() {
        line.setChips(choices.values().stream()
                .flatMap(choice -> choice.chip().stream())
                .toList());
    }
}
