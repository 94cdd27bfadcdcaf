package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewSheets;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Words;

/** What others have written about a proposal, and what its contributors answered. */
class OtherReviews extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Words words;

    OtherReviews(Words words, ReviewSheets.Sheet sheet) {
        this.words = words;
        setId("other-reviews");
        addClassName("desk-others");
        add(new H2(words.get("desk.others")));
        var written = sheet.parts().stream().filter(p -> !p.mine()).toList();
        if (written.stream().noneMatch(p -> p.review().isPresent())) {
            add(new Paragraph(words.get("desk.others.none")));
        }
        for (var part : written) {
            part.review().ifPresent(form -> add(review(part, form, sheet.criteria())));
        }
        sheet.rebuttal().ifPresent(answer -> {
            add(new H3(words.get("desk.rebuttal")));
            add(text(answer.text()));
        });
    }

    private Component review(ReviewSheets.Part part, ReviewForm form, List<Reviewing.Asked> criteria) {
        var article = new Article(new H3(words.get("desk.others.reviewer", part.number())));
        article.addClassName("desk-card");
        part.reviewer().ifPresent(who -> article.add(new PersonText(who.name(), "")));
        var facts = new DescriptionList();
        form.recommendation()
                .ifPresent(r -> fact(facts, words.get("desk.recommendation"), ReviewingWords.recommendation(words, r)));
        if (form.confidence() > 0) {
            fact(facts, words.get("desk.confidence"), ReviewingWords.confidence(words, form.confidence()));
        }
        for (var asked : criteria) {
            Optional.ofNullable(form.scores().get(asked.key()))
                    .ifPresent(score -> fact(
                            facts,
                            words.text(asked.content().label()),
                            ReviewingWords.score(words, asked.content(), score)));
        }
        facts.addClassName("desk-scores");
        article.add(facts);
        if (!form.toAuthors().isEmpty()) {
            article.add(new H4(words.get("desk.toAuthors")), text(form.toAuthors()));
        }
        if (!form.toCommittee().isEmpty()) {
            article.add(new H4(words.get("desk.toCommittee")), text(form.toCommittee()));
        }
        return article;
    }

    private static void fact(DescriptionList facts, String term, String said) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(said));
    }

    static Div text(String written) {
        var text = new Div(written);
        text.addClassName("desk-text");
        return text;
    }
}
