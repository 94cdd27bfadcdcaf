package org.caravanserai.review.assigning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.affinity.Affinity;
import org.caravanserai.review.assigning.KnownCommittee.KnownProposal;
import org.caravanserai.review.reviewing.Bidding;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.ReviewerOffice;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a reviewer the proposals that she may bid on, those first that suit her best, and why they do. */
@Service
public class BidSuggestions {

    private final CommitteeKnowledge knowledge;
    private final ReviewerOffice office;
    private final Bidding bidding;
    private final Access access;

    BidSuggestions(CommitteeKnowledge knowledge, ReviewerOffice office, Bidding bidding, Access access) {
        this.knowledge = knowledge;
        this.office = office;
        this.bidding = bidding;
        this.access = access;
    }

    /** Which proposals are shown by what she said of them. */
    public enum Said {
        /** All. */
        ALL,
        /** Those without a bid. */
        NOTHING,
        /** Those with a bid. */
        SOMETHING
    }

    /**
     * What a list shows.
     *
     * @param words words of the title or the code; empty for all
     * @param topic a topic that it must have; empty for all
     * @param language what is spoken, as BCP 47 tag; empty for all
     */
    public record Filter(String words, Optional<UUID> topic, Optional<String> language, Said said) {

        /** All. */
        public static final Filter ALL = new Filter("", Optional.empty(), Optional.empty(), Said.ALL);
    }

    /**
     * A proposal to bid on.
     *
     * @param affinity how well it suits her before her bid; without reasons if she has said nothing of herself
     */
    public record Suggestion(Bidding.Row row, Affinity affinity) {}

    /** A page of the proposals, the best suited first; a fixed number of statements. */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional
    public List<Suggestion> list(MeetingId meeting, Filter filter, int offset, int limit) {
        office.enterThoseInOffice(meeting);
        var known = knowledge.of(meeting);
        var me = known.numberOf(me());
        if (me.isEmpty()) {
            return List.of();
        }
        record Scored(int number, double score) {}
        var page = matching(meeting, known, filter).stream()
                .map(p -> new Scored(p, known.score(p, me.get(), Optional.empty())))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::number))
                .skip(offset)
                .limit(limit)
                .map(Scored::number)
                .toList();
        var rows = bidding
                .rows(meeting, page.stream().map(p -> proposal(known, p)).toList())
                .stream()
                .collect(Collectors.toMap(Bidding.Row::proposal, Function.identity()));
        return page.stream()
                .flatMap(p -> Optional.ofNullable(rows.get(proposal(known, p)))
                        .map(row -> new Suggestion(row, known.explain(p, me.get(), Optional.empty())))
                        .stream())
                .toList();
    }

    /** How many {@link #list} has in all. */
    @PreAuthorize("@access.in(#meeting.value, 'REVIEWER')")
    @Transactional
    public int count(MeetingId meeting, Filter filter) {
        office.enterThoseInOffice(meeting);
        return matching(meeting, knowledge.of(meeting), filter).size();
    }

    private List<Integer> matching(MeetingId meeting, KnownCommittee known, Filter filter) {
        var standing = bidding.standing(meeting);
        // What she finds must not tell what she may not read.
        var found = bidding.searchKeys(meeting);
        return standing.keySet().stream()
                .filter(p -> said(filter.said(), standing, p))
                .filter(p -> found.getOrDefault(p, "").contains(Folding.fold(filter.words())))
                .flatMap(p -> Optional.ofNullable(known.proposalNumbers().get(p.value())).stream())
                .filter(p -> matches(known.proposals().get(p), filter))
                .toList();
    }

    private static boolean said(Said said, Map<ProposalId, Optional<Eagerness>> standing, ProposalId proposal) {
        var bid = standing.getOrDefault(proposal, Optional.empty()).isPresent();
        return switch (said) {
            case ALL -> true;
            case NOTHING -> !bid;
            case SOMETHING -> bid;
        };
    }

    private static boolean matches(KnownProposal proposal, Filter filter) {
        return filter.topic().map(proposal.topics()::contains).orElse(true)
                && filter.language().map(proposal.talkLanguage()::equals).orElse(true);
    }

    private static ProposalId proposal(KnownCommittee known, int number) {
        return known.proposals().get(number).work().proposal();
    }

    private PersonId me() {
        return access.me().orElseThrow(() -> Refusal.of("reviewing.person.required"));
    }
}
