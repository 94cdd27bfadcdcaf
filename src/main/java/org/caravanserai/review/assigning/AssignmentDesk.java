package org.caravanserai.review.assigning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.affinity.Affinity;
import org.caravanserai.review.assigning.AssignmentInput.Key;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.Side;
import org.caravanserai.text.Folding;
import org.caravanserai.text.PersonName;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is assigned now, proposal by proposal, and who would suit one best: for assigning by hand. */
@Service
public class AssignmentDesk {

    private final AssignmentReading reading;
    private final Assigning assigning;

    AssignmentDesk(AssignmentReading reading, Assigning assigning) {
        this.reading = reading;
        this.assigning = assigning;
    }

    /**
     * What a list shows.
     *
     * @param words words of the title, the code or a reviewer's name; empty for all
     * @param onlyMissing whether only proposals are shown that have fewer reviewers than wanted
     */
    public record Filter(String words, boolean onlyMissing) {

        /** All. */
        public static final Filter ALL = new Filter("", false);
    }

    /**
     * A proposal and its reviewers.
     *
     * @param wanted how many reviews its plan asks for
     * @param live how many it has or is to get
     */
    public record Row(ProposalWork work, int wanted, int live, List<Assigning.Row> reviewers) {}

    /**
     * How far the whole is.
     *
     * @param proposals how many are to be reviewed
     * @param reviewers how many review
     * @param wanted how many reviews are asked for
     * @param given how many of them are given
     */
    public record Totals(int proposals, int reviewers, int wanted, int given) {}

    /**
     * Somebody who could review a proposal.
     *
     * @param affinity how well she suits it, with the reasons
     * @param bid what she has said of it; empty for nothing
     * @param load how many proposals she has
     * @param most how many she takes
     * @param declined whether she has declined it before
     */
    public record Candidate(
            PersonId person,
            PersonName name,
            Affinity affinity,
            Optional<Eagerness> bid,
            int load,
            int most,
            boolean senior,
            Side side,
            boolean declined) {}

    /** A page of the proposals with their reviewers, by code; a fixed number of statements. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public List<Row> list(MeetingId meeting, Filter filter, int offset, int limit) {
        return rows(meeting, filter).stream().skip(offset).limit(limit).toList();
    }

    /** How many {@link #list} has in all. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public int count(MeetingId meeting, Filter filter) {
        return rows(meeting, filter).size();
    }

    /** How far the whole is, without what is hidden from her. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public Totals totals(MeetingId meeting) {
        var rows = rows(meeting, Filter.ALL);
        return new Totals(
                rows.size(),
                reading.read(meeting).known().reviewers().size(),
                rows.stream().mapToInt(Row::wanted).sum(),
                rows.stream().mapToInt(r -> Math.min(r.live(), r.wanted())).sum());
    }

    /** Who could review a proposal, the best first and who has declined it last; who has a conflict or has it is left out. */
    @PreAuthorize("@reviewAccess.chairs(#proposal)")
    @Transactional
    public List<Candidate> candidates(MeetingId meeting, ProposalId proposal, int most) {
        var input = reading.read(meeting);
        var known = input.known();
        var number = Optional.ofNullable(known.proposalNumbers().get(proposal.value()));
        if (number.isEmpty()) {
            return List.of();
        }
        var load = new HashMap<UUID, Integer>();
        input.now().forEach((key, standing) -> {
            if (standing.state().isLive()) {
                load.merge(key.person(), 1, Integer::sum);
            }
        });
        record Scored(int reviewer, double score, boolean declined) {}
        var scored = new ArrayList<Scored>();
        for (int r = 0; r < known.reviewers().size(); r++) {
            var key =
                    new Key(proposal.value(), known.reviewers().get(r).person().value());
            var standing = input.now().get(key);
            var has = standing != null && standing.state().isLive();
            if (!has && !input.barred().contains(key)) {
                var declined = standing != null && standing.state() == AssignmentState.DECLINED;
                scored.add(new Scored(r, known.score(number.get(), r, bid(input, key)), declined));
            }
        }
        scored.sort(Comparator.comparing(Scored::declined)
                .thenComparing(Comparator.comparingDouble(Scored::score).reversed())
                .thenComparing(Scored::reviewer));
        return scored.stream()
                .limit(most)
                .map(s -> {
                    var reviewer = known.reviewers().get(s.reviewer());
                    var key = new Key(proposal.value(), reviewer.person().value());
                    return new Candidate(
                            reviewer.person(),
                            reviewer.name(),
                            known.explain(number.get(), s.reviewer(), bid(input, key)),
                            bid(input, key),
                            load.getOrDefault(reviewer.person().value(), 0),
                            reviewer.mostLoad(),
                            reviewer.senior(),
                            reviewer.side(),
                            s.declined());
                })
                .toList();
    }

    private List<Row> rows(MeetingId meeting, Filter filter) {
        var input = reading.read(meeting);
        var byProposal = new HashMap<ProposalId, List<Assigning.Row>>();
        assigning.current(meeting).stream()
                .filter(r -> r.state() != AssignmentState.RELEASED)
                .forEach(r -> byProposal
                        .computeIfAbsent(r.pair().proposal(), k -> new ArrayList<>())
                        .add(r));
        var rows = new ArrayList<Row>();
        for (var number : input.numbers()) {
            var proposal = input.known().proposals().get(number);
            var row = row(proposal.work(), proposal.wanted(), byProposal);
            if ((!filter.onlyMissing() || row.live() < row.wanted()) && matches(row, filter.words())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Row row(ProposalWork work, int wanted, Map<ProposalId, List<Assigning.Row>> byProposal) {
        var reviewers = byProposal.getOrDefault(work.proposal(), List.of());
        var live = (int) reviewers.stream().filter(r -> r.state().isLive()).count();
        return new Row(work, wanted, live, reviewers);
    }

    private static boolean matches(Row row, String words) {
        var folded = Folding.fold(words);
        return folded.isEmpty()
                || row.work()
                        .code()
                        .toLowerCase(Locale.ROOT)
                        .contains(words.strip().toLowerCase(Locale.ROOT))
                || row.work().title().languages().stream()
                        .anyMatch(l -> Folding.fold(row.work().title().text(l)).contains(folded))
                || row.reviewers().stream()
                        .anyMatch(r -> Folding.fold(
                                        r.name().published() + " " + r.name().nativeScript())
                                .contains(folded));
    }

    private static Optional<Eagerness> bid(AssignmentInput input, Key key) {
        return Optional.ofNullable(input.bids().get(key));
    }
}
