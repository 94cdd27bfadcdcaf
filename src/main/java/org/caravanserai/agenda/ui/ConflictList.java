package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.shell.Words;

/** The conflicts of an agenda by their kinds, each list opened when wanted; nothing if there are none. */
class ConflictList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;

    ConflictList(AgendaBoard board, Set<Conflict> conflicts, Words words) {
        setId("release-conflicts");
        addClassName("release-conflicts");
        setVisible(!conflicts.isEmpty());
        if (conflicts.isEmpty()) {
            return;
        }
        add(new Div(words.get("conflict.release.title", conflicts.size())));
        var sentences = new ConflictWords(board, words);
        var byKind = conflicts.stream()
                .collect(Collectors.groupingBy(
                        Conflict::kind,
                        () -> new EnumMap<>(org.caravanserai.agenda.conflict.ConflictKind.class),
                        Collectors.toList()));
        byKind.forEach((kind, some) -> add(new Details(
                ConflictWords.kind(kind, words) + " (" + words.number(some.size()) + ")",
                list(some, sentences, words))));
        add(new Anchor("/app/meetings/" + board.slug() + "/agenda", words.get("release.openAgenda")));
    }

    private static UnorderedList list(List<Conflict> conflicts, ConflictWords sentences, Words words) {
        var list = new UnorderedList();
        conflicts.stream()
                .map(sentences::text)
                .sorted(Comparator.naturalOrder())
                .limit(MOST)
                .forEach(text -> list.add(new ListItem(text)));
        if (conflicts.size() > MOST) {
            list.add(new ListItem(words.get("conflict.release.more", conflicts.size() - MOST)));
        }
        return list;
    }
}
