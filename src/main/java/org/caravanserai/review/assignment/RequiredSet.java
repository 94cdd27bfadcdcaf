package org.caravanserai.review.assignment;

import java.util.SortedSet;

/**
 * Reviewers of whom every proposal that is reviewed at all needs some: "at least one senior", "at least one from Japan".
 *
 * @param name what the organiser calls the set
 * @param members the reviewers in it
 * @param atLeast how many of them each proposal needs; a proposal with fewer reviews than that needs them all from here
 */
public record RequiredSet(String name, SortedSet<Integer> members, int atLeast) {}
