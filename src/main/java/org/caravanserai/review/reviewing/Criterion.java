package org.caravanserai.review.reviewing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** What reviewers give points for. One that is removed stays with the reviews that were written with it. */
@Entity
@Table(name = "review_criterion")
public class Criterion extends Aggregate {

    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_GUIDANCE = 4_000;
    private static final int WIDEST = 100;
    private static final int MOST_WEIGHT = 100;

    private UUID plan;

    @Column(name = "criterion_position")
    private int position;

    private LocalizedText label = LocalizedText.EMPTY;

    private LocalizedText guidance = LocalizedText.EMPTY;

    private int scaleFrom = 1;

    private int scaleTo = 5;

    @Convert(converter = ScaleLabelsConverter.class)
    private Map<Integer, LocalizedText> scaleLabels = new TreeMap<>();

    private int weight = 1;

    private boolean required;

    private boolean removed;

    @SuppressWarnings("NullAway.Init")
    protected Criterion() {}

    Criterion(UUID plan, int position, Content content) {
        this.plan = plan;
        this.position = position;
        write(content);
    }

    /**
     * What a criterion says.
     *
     * @param from the lowest score
     * @param to the highest score, the best
     * @param labels words for scores; any may be left out
     * @param weight how much it counts beside the others, from 0 (it does not) to 100
     * @param required whether a review must give a score
     */
    public record Content(
            LocalizedText label,
            LocalizedText guidance,
            int from,
            int to,
            Map<Integer, LocalizedText> labels,
            int weight,
            boolean required) {}

    UUID plan() {
        return plan;
    }

    public int position() {
        return position;
    }

    public boolean isRemoved() {
        return removed;
    }

    /** What it says now. */
    public Content content() {
        return new Content(label, guidance, scaleFrom, scaleTo, new TreeMap<>(scaleLabels), weight, required);
    }

    /** Whether a score lies on its scale. */
    public boolean allows(int score) {
        return score >= scaleFrom && score <= scaleTo;
    }

    /**
     * Changes what it says. Whether scores given already still lie on the scale, the service knows.
     *
     * @throws Refusal with every problem at once, each at its field
     */
    final void write(Content content) {
        var problems = new ArrayList<Refusal.Problem>();
        if (content.label().exactly(Language.EN).isEmpty() || content.label().longest() > LONGEST_LABEL) {
            problems.add(Refusal.Problem.at("label", "reviewing.criterion.label", LONGEST_LABEL));
        }
        if (content.guidance().longest() > LONGEST_GUIDANCE) {
            problems.add(Refusal.Problem.at("guidance", "reviewing.criterion.guidance", LONGEST_GUIDANCE));
        }
        if (content.from() < 0 || content.from() >= content.to() || content.to() > WIDEST) {
            problems.add(Refusal.Problem.at("scale", "reviewing.criterion.scale", WIDEST));
        }
        if (content.weight() < 0 || content.weight() > MOST_WEIGHT) {
            problems.add(Refusal.Problem.at("weight", "reviewing.criterion.weight", MOST_WEIGHT));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        label = content.label().map(Clean::line);
        guidance = content.guidance().map(Clean::lines);
        scaleFrom = content.from();
        scaleTo = content.to();
        scaleLabels = new TreeMap<>();
        content.labels().forEach((score, words) -> {
            if (score >= content.from() && score <= content.to() && !words.isEmpty()) {
                scaleLabels.put(score, words.map(Clean::line));
            }
        });
        weight = content.weight();
        required = content.required();
    }

    void moveTo(int changed) {
        position = changed;
    }

    void remove() {
        removed = true;
    }

    void restore() {
        removed = false;
    }
}
