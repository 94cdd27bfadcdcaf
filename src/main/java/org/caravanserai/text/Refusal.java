package org.caravanserai.text;

import java.util.List;

/**
 * A rule said no to a person: what she asked cannot be done, and why, in words she reads in her language. It carries one
 * or more problems, each with a message key, so that a form can show each under its field. Not for programming errors.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** A refusal for several reasons; at least one. */
    public Refusal(List<Problem> problems) {
        super(problems.toString());
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        this.problems = List.copyOf(problems);
    }

    /** A refusal for one reason that belongs to no field. */
    public static Refusal of(String key, Object... arguments) {
        return new Refusal(List.of(new Problem("", key, List.of(arguments))));
    }

    /** A refusal for one reason that belongs to a field. */
    public static Refusal at(String field, String key, Object... arguments) {
        return new Refusal(List.of(new Problem(field, key, List.of(arguments))));
    }

    /** The reasons, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The message key of the first reason. */
    public String key() {
        return problems.getFirst().key();
    }

    /**
     * One reason.
     *
     * @param field the name of the field it belongs to; empty if it belongs to none
     * @param key the message key
     * @param arguments the message's arguments
     */
    public record Problem(String field, String key, List<Object> arguments) {

        /** A reason that belongs to a field. */
        public static Problem at(String field, String key, Object... arguments) {
            return new Problem(field, key, List.of(arguments));
        }
    }
}
