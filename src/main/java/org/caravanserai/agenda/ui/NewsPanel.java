package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaNews;
import org.caravanserai.agenda.AgendaNews.News;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** What proposers have changed on the agenda, above the board until an organiser has seen it. */
class NewsPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;

    private final transient AgendaNews news;
    private final Words words;

    NewsPanel(AgendaNews news, Words words) {
        this.news = news;
        this.words = words;
        setId("agenda-news");
        addClassName("agenda-news");
    }

    /** Shows what has not been seen; nothing if there is none. */
    void show(AgendaBoard board) {
        var count = news.count(board.meeting());
        removeAll();
        setVisible(count > 0);
        var details = new Details(words.get("agenda.news.title", count));
        details.addOpenedChangeListener(e -> {
            details.removeAll();
            if (e.isOpened()) {
                tell(details, board);
            }
        });
        add(details);
    }

    private void tell(Details details, AgendaBoard board) {
        var all = news.unseen(board.meeting(), MOST);
        var list = new UnorderedList();
        all.forEach(each -> list.add(new ListItem(new Span(sentence(each, board)), at(each))));
        // The list scrolls, so the keyboard must reach it.
        list.getElement().setAttribute("tabindex", "0");
        var see = new Button(words.get("agenda.news.see"), e -> see(board, all));
        see.setId("agenda-news-see");
        details.add(list);
        if (all.size() == MOST) {
            details.add(new Paragraph(words.get("agenda.news.more", MOST)));
        }
        details.add(see);
    }

    private void see(AgendaBoard board, List<News> all) {
        var keys = all.stream().map(News::key).toList();
        news.see(board.meeting(), keys);
        show(board);
        Notices.done(words.get("agenda.news.seen"), () -> {
            news.unsee(board.meeting(), keys);
            show(board);
        });
    }

    private String sentence(News each, AgendaBoard board) {
        var sentence = words.get(
                "agenda.note." + each.kind().name(),
                words.text(each.session()),
                words.text(each.talk()),
                each.person().map(words::name).orElse(""));
        return each.wasAt()
                .map(at -> sentence + " "
                        + words.get(
                                "agenda.news.was",
                                Moments.full(words.language(), at, board.zone(), words.text(board.city()))))
                .orElse(sentence);
    }

    private Span at(News each) {
        var at = new Span(words.ownMoment(each.at()));
        at.addClassName("agenda-news-at");
        return at;
    }
}
