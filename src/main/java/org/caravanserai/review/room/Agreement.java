package org.caravanserai.review.room;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far reviewers agree: Krippendorff's alpha for interval data, 1 − D<sub>o</sub> / D<sub>e</sub>, the disagreement
 * within proposals over the disagreement that chance would bring. It takes any number of reviewers and missing values; a
 * proposal with a single score says nothing and is left out.
 *
 * <p>Source: K. Krippendorff, “Content Analysis: An Introduction to Its Methodology”; A. F. Hayes, K. Krippendorff,
 * “Answering the Call for a Standard Reliability Measure for Coding Data”, Communication Methods and Measures 1 (2007).
 *
 * @param alpha 1 for perfect agreement, 0 for that of chance; empty where nothing can be compared or all scores are the
 *     same
 * @param units how many proposals have two scores or more
 * @param values how many scores they have together
 */
public record Agreement(OptionalDouble alpha, int units, int values) {

    /** Reviewers agree well from here on. */
    public static final double GOOD = 0.8;

    /** Reviewers agree enough for tentative conclusions from here on. */
    public static final double TENTATIVE = 2.0 / 3;

    /** The agreement of scores, given by proposal. */
    public static Agreement of(Collection<? extends List<Double>> scores) {
        double observed = 0;
        double sum = 0;
        double squares = 0;
        int values = 0;
        int units = 0;
        for (var unit : scores) {
            int size = unit.size();
            if (size < 2) {
                continue;
            }
            double unitSum = 0;
            double unitSquares = 0;
            for (double value : unit) {
                unitSum += value;
                unitSquares += value * value;
            }
            observed += differences(size, unitSum, unitSquares) / (size - 1);
            sum += unitSum;
            squares += unitSquares;
            values += size;
            units++;
        }
        double expected = differences(values, sum, squares);
        if (units == 0 || expected < 1e-12) {
            return new Agreement(OptionalDouble.empty(), units, values);
        }
        return new Agreement(OptionalDouble.of(1 - (values - 1) * observed / expected), units, values);
    }

    /** The sum of (a − b)² over all ordered pairs of values with this sum and sum of squares. */
    private static double differences(int size, double sum, double squares) {
        return 2 * (size * squares - sum * sum);
    }
}
