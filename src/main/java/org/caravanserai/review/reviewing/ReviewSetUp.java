package org.caravanserai.review.reviewing;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisers say how proposals are reviewed, for all session types and otherwise for some. */
@Service
public class ReviewSetUp {

    private static final int MOST_CRITERIA = 20;

    private final ReviewPlans plans;
    private final Criteria criteria;
    private final SessionTypes types;
    private final JdbcClient jdbc;

    ReviewSetUp(ReviewPlans plans, Criteria criteria, SessionTypes types, JdbcClient jdbc) {
        this.plans = plans;
        this.criteria = criteria;
        this.types = types;
        this.jdbc = jdbc;
    }

    /**
     * A criterion as it is set up.
     *
     * @param used whether reviews have given scores for it
     */
    public record CriterionView(UUID key, long version, Criterion.Content content, boolean removed, boolean used) {}

    /**
     * A plan as it is set up.
     *
     * @param sessionType the session type's key, or {@link ReviewPlan#ALL_TYPES}
     * @param version to be given back with a change; 0 also while nothing was ever saved
     * @param criteria in order, removed ones too
     */
    public record PlanView(UUID sessionType, long version, ReviewPlan.Content content, List<CriterionView> criteria) {}

    /**
     * All plans of a meeting.
     *
     * @param base the plan of all types without one of their own
     * @param own the plans of session types, by key
     */
    public record SetUp(PlanView base, Map<UUID, PlanView> own) {}

    /** How a meeting's proposals are reviewed. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public SetUp read(MeetingId meeting) {
        var all = plans.findByMeeting(meeting.value());
        var byPlan = criteria.findByPlanInOrderByPosition(
                all.stream().map(ReviewPlan::key).toList());
        var used = used(byPlan.stream().map(Criterion::key).toList());
        var base = view(new ReviewPlan(meeting, ReviewPlan.ALL_TYPES), List.of(), used);
        var own = new LinkedHashMap<UUID, PlanView>();
        for (var plan : all) {
            var view = view(plan, byPlan, used);
            if (plan.sessionType().equals(ReviewPlan.ALL_TYPES)) {
                base = view;
            } else {
                own.put(plan.sessionType(), view);
            }
        }
        return new SetUp(base, own);
    }

    /**
     * Changes a plan.
     *
     * @param sessionType the session type whose own plan it is, or {@link ReviewPlan#ALL_TYPES}
     * @throws Refusal with every problem at once
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void change(MeetingId meeting, UUID sessionType, long version, ReviewPlan.Content content) {
        var plan = plan(meeting, sessionType);
        plan.requireVersion(version);
        plan.write(content);
        plans.save(plan);
    }

    /** Gives a session type a plan of its own, which begins as a copy of that of all types, criteria included. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void planApart(MeetingId meeting, UUID sessionType) {
        if (types.findById(sessionType).filter(t -> t.meeting().equals(meeting)).isEmpty()) {
            throw Refusal.of("reviewing.plan.type");
        }
        if (plans.findByMeetingAndSessionType(meeting.value(), sessionType).isPresent()) {
            return;
        }
        var base = plan(meeting, ReviewPlan.ALL_TYPES);
        var own = new ReviewPlan(meeting, sessionType);
        own.write(base.content());
        plans.save(own);
        criteria.findByPlanOrderByPosition(base.key()).stream()
                .filter(c -> !c.isRemoved())
                .forEach(c -> criteria.save(new Criterion(own.key(), c.position(), c.content())));
    }

    /**
     * Lets a session type follow the plan of all types again.
     *
     * @throws Refusal if reviews were written by its own criteria
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void planTogether(MeetingId meeting, UUID sessionType) {
        if (sessionType.equals(ReviewPlan.ALL_TYPES)) {
            throw Refusal.of("reviewing.plan.type");
        }
        plans.findByMeetingAndSessionType(meeting.value(), sessionType).ifPresent(plan -> {
            var own = criteria.findByPlanOrderByPosition(plan.key());
            if (!used(own.stream().map(Criterion::key).toList()).isEmpty()) {
                throw Refusal.of("reviewing.plan.used");
            }
            criteria.deleteAll(own);
            plans.delete(plan);
        });
    }

    /** Adds a criterion at the end of a plan. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID addCriterion(MeetingId meeting, UUID sessionType, Criterion.Content content) {
        var plan = plans.save(plan(meeting, sessionType));
        var all = criteria.findByPlanOrderByPosition(plan.key());
        if (all.stream().filter(c -> !c.isRemoved()).count() >= MOST_CRITERIA) {
            throw Refusal.of("reviewing.criterion.many", MOST_CRITERIA);
        }
        var last = all.stream().mapToInt(Criterion::position).max().orElse(-1);
        return criteria.save(new Criterion(plan.key(), last + 1, content)).key();
    }

    /**
     * Changes a criterion. Reviews keep their scores.
     *
     * @throws Refusal if scores given already would lie outside the scale
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void changeCriterion(MeetingId meeting, UUID criterion, long version, Criterion.Content content) {
        var stored = criterion(meeting, criterion);
        stored.requireVersion(version);
        var outside = jdbc.sql("select count(*) from review_score where criterion = ? and (score < ? or score > ?)")
                .params(criterion, content.from(), content.to())
                .query(Integer.class)
                .single();
        if (outside > 0) {
            throw Refusal.at("scale", "reviewing.criterion.scale.used", outside);
        }
        stored.write(content);
        criteria.save(stored);
    }

    /** Removes a criterion: it is asked no more and counts no more; the reviews keep their scores for it. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void removeCriterion(MeetingId meeting, UUID criterion) {
        change(meeting, criterion, Criterion::remove);
    }

    /** Brings a removed criterion back, with the scores given for it. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void restoreCriterion(MeetingId meeting, UUID criterion) {
        change(meeting, criterion, Criterion::restore);
    }

    /** Puts the criteria of a plan in order; those not named keep their order after the others. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void arrangeCriteria(MeetingId meeting, UUID sessionType, List<UUID> order) {
        var all = criteria.findByPlanOrderByPosition(plan(meeting, sessionType).key());
        int next = order.size();
        for (var criterion : all) {
            var at = order.indexOf(criterion.key());
            criterion.moveTo(at < 0 ? next++ : at);
        }
        criteria.saveAll(all);
    }

    private ReviewPlan plan(MeetingId meeting, UUID sessionType) {
        return plans.findByMeetingAndSessionType(meeting.value(), sessionType).orElseGet(() -> {
            if (!sessionType.equals(ReviewPlan.ALL_TYPES)) {
                throw Refusal.of("reviewing.plan.type");
            }
            return new ReviewPlan(meeting, sessionType);
        });
    }

    private void change(MeetingId meeting, UUID criterion, Consumer<Criterion> change) {
        var stored = criterion(meeting, criterion);
        change.accept(stored);
        criteria.save(stored);
    }

    private Criterion criterion(MeetingId meeting, UUID key) {
        return criteria.findById(key)
                .filter(c -> plans.findById(c.plan())
                        .filter(p -> p.meeting().equals(meeting))
                        .isPresent())
                .orElseThrow(() -> Refusal.of("reviewing.gone"));
    }

    private HashSet<UUID> used(Collection<UUID> keys) {
        return keys.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(jdbc.sql("select distinct criterion from review_score where criterion in (:keys)")
                        .param("keys", keys)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list());
    }

    private static PlanView view(ReviewPlan plan, List<Criterion> all, Collection<UUID> used) {
        return new PlanView(
                plan.sessionType(),
                plan.version(),
                plan.content(),
                all.stream()
                        .filter(c -> c.plan().equals(plan.key()))
                        .map(c -> new CriterionView(
                                c.key(), c.version(), c.content(), c.isRemoved(), used.contains(c.key())))
                        .toList());
    }
}
