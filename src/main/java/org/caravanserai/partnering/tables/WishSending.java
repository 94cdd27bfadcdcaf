package org.caravanserai.partnering.tables;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.Access;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parties say whom they wish to meet, and in which order; see who wishes to meet them, and answer with a wish of their own or
 * that they would rather not. Who is declined is not told so.
 */
@Service
public class WishSending {

    /** The most wishes of a party. */
    public static final int MOST = 60;

    private final EventParties parties;
    private final PartyMembers members;
    private final PartyWishes wishes;
    private final EventFacts facts;
    private final PartiesApart apart;
    private final Access access;
    private final Clock clock;

    WishSending(
            EventParties parties,
            PartyMembers members,
            PartyWishes wishes,
            EventFacts facts,
            PartiesApart apart,
            Access access,
            Clock clock) {
        this.parties = parties;
        this.members = members;
        this.wishes = wishes;
        this.facts = facts;
        this.apart = apart;
        this.access = access;
        this.clock = clock;
    }

    /** How another party and the acting person's stand. */
    public enum Standing {
        /** Neither wishes it. */
        NONE,
        /** Hers wishes it. */
        WISHED,
        /** The other wishes it, and hers has not answered. */
        ASKED,
        /** Both wish it. */
        MUTUAL,
        /** Hers would rather not. */
        DECLINED
    }

    /** Another party of the event. */
    public record Other(PartyName party, Standing standing) {}

    /**
     * What a party wishes and is wished for.
     *
     * @param wishes its wishes, the most wanted first
     * @param asking who wishes to meet it without being wished for
     * @param others everybody else
     */
    public record Wishes(List<Other> wishes, List<Other> asking, List<Other> others) {}

    /** The wishes of the acting person's party. */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional(readOnly = true)
    public Wishes wishes(UUID event) {
        var read = facts.read(event);
        var mine = mine(event).key();
        var own = read.wishes().stream()
                .filter(wish -> wish.wisher().equals(mine))
                .collect(Collectors.toMap(PartyWish::wished, wish -> wish));
        var asking = read.wishes().stream()
                .filter(wish -> wish.wished().equals(mine) && !wish.isDeclined())
                .map(PartyWish::wisher)
                .collect(Collectors.toSet());
        var wished = new ArrayList<Other>();
        var others = new ArrayList<Other>();
        var askers = new ArrayList<Other>();
        for (var party : read.names().values()) {
            if (party.key().equals(mine) || read.apart().contains(Set.of(mine, party.key()))) {
                continue;
            }
            var standing = standing(own.get(party.key()), asking.contains(party.key()));
            switch (standing) {
                case WISHED, MUTUAL -> wished.add(new Other(party, standing));
                case ASKED -> askers.add(new Other(party, standing));
                case NONE, DECLINED -> others.add(new Other(party, standing));
            }
        }
        wished.sort(Comparator.comparingInt(
                other -> Objects.requireNonNull(own.get(other.party().key())).rank()));
        return new Wishes(List.copyOf(wished), sorted(askers), sorted(others));
    }

    private static List<Other> sorted(List<Other> some) {
        return some.stream()
                .sorted(Comparator.comparing(other -> other.party().key()))
                .toList();
    }

    private static Standing standing(@Nullable PartyWish own, boolean asked) {
        if (own == null) {
            return asked ? Standing.ASKED : Standing.NONE;
        }
        if (own.isDeclined()) {
            return Standing.DECLINED;
        }
        return asked ? Standing.MUTUAL : Standing.WISHED;
    }

    /**
     * Wishes to meet a party, after all other wishes.
     *
     * @throws Refusal if wishes are closed, or there are too many
     */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional
    public void wish(UUID event, UUID party) {
        var mine = open(event);
        var other = other(event, party, mine);
        var ranked = ranked(mine);
        if (ranked.size() >= MOST) {
            throw Refusal.of("tables.refused.wishes", MOST);
        }
        var last = ranked.stream().mapToInt(PartyWish::rank).max().orElse(0);
        wishes.findByWisherAndWished(mine.key(), party)
                .ifPresentOrElse(
                        wish -> {
                            if (wish.isDeclined()) {
                                wish.rankAs(last + 1);
                            }
                        },
                        () -> wishes.save(new PartyWish(mine, other, last + 1)));
    }

    /** Takes back what was said of a party, a wish or that it would rather not. */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional
    public void takeBack(UUID event, UUID party) {
        var mine = open(event);
        wishes.findByWisherAndWished(mine.key(), party).ifPresent(wish -> {
            wishes.delete(wish);
            wishes.flush();
        });
        rank(ranked(mine));
    }

    /** Says that the acting person's party would rather not meet another. */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional
    public void decline(UUID event, UUID party) {
        var mine = open(event);
        var other = other(event, party, mine);
        wishes.findByWisherAndWished(mine.key(), party)
                .orElseGet(() -> wishes.save(new PartyWish(mine, other, 0)))
                .decline();
        wishes.flush();
        rank(ranked(mine));
    }

    /** Brings the wishes of the acting person's party into an order; those not named come last, as they were. */
    @PreAuthorize("@tablesAccess.takesPart(#event)")
    @Transactional
    public void arrange(UUID event, List<UUID> order) {
        var ranked = new ArrayList<>(ranked(open(event)));
        ranked.sort(Comparator.comparingInt(wish -> {
            var place = order.indexOf(wish.wished());
            return place < 0 ? order.size() : place;
        }));
        rank(ranked);
    }

    private List<PartyWish> ranked(EventParty mine) {
        return wishes.findByWisherOrderByRank(mine.key()).stream()
                .filter(wish -> !wish.isDeclined())
                .toList();
    }

    private static void rank(List<PartyWish> ranked) {
        for (var i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).rank() != i + 1) {
                ranked.get(i).rankAs(i + 1);
            }
        }
    }

    private EventParty other(UUID event, UUID party, EventParty mine) {
        return parties.findById(party)
                .filter(found -> found.event().equals(event) && !found.equals(mine))
                .filter(found -> !apart.of(event).contains(Set.of(mine.key(), party)))
                .orElseThrow(() -> Refusal.of("tables.refused.gone"));
    }

    private EventParty open(UUID event) {
        if (!facts.event(event).takesWishes(clock.instant())) {
            throw Refusal.of("tables.refused.closed");
        }
        return mine(event);
    }

    private EventParty mine(UUID event) {
        return access.me()
                .flatMap(me -> members.findByEventAndPerson(event, me.value()))
                .flatMap(member -> parties.findById(member.party()))
                .orElseThrow(() -> Refusal.of("tables.refused.gone"));
    }
}
