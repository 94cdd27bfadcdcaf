package org.caravanserai.print;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/** The outline of one glyph as TrueType wants it: closed contours of points, with curves of the second degree alone. */
final class Outline {

    // A unit is a thousandth of the type size: half of one is never seen.
    private static final double CLOSE_ENOUGH = 0.5;
    private static final int MOST_PIECES = 16;

    private final List<List<Point>> contours = new ArrayList<>();

    /** A point of a contour; one that is not on it pulls it. */
    record Point(int x, int y, boolean on) {}

    private Outline() {}

    /** An outline of a path, enlarged by a factor. */
    static Outline of(GeneralPath path, double scale) {
        var outline = new Outline();
        var drawing = outline.new Drawing(scale);
        var at = new double[6];
        for (var steps = path.getPathIterator(null); !steps.isDone(); steps.next()) {
            drawing.step(steps.currentSegment(at), at);
        }
        drawing.close();
        return outline;
    }

    /** A frame, which stands for what no font has. */
    static Outline frame(int width, int height) {
        var path = new GeneralPath();
        var line = width / 12;
        rectangle(path, 0, 0, width, height, false);
        rectangle(path, line, line, width - line, height - line, true);
        return of(path, 1);
    }

    /** Its contours, none for a space. */
    List<List<Point>> contours() {
        return contours;
    }

    private static void rectangle(GeneralPath path, int left, int low, int right, int high, boolean turned) {
        path.moveTo(left, low);
        path.lineTo(turned ? right : left, turned ? low : high);
        path.lineTo(right, high);
        path.lineTo(turned ? left : right, turned ? high : low);
        path.closePath();
    }

    private final class Drawing {

        private final double scale;
        private List<Point> contour = new ArrayList<>();
        private double x;
        private double y;

        Drawing(double scale) {
            this.scale = scale;
        }

        void step(int kind, double[] at) {
            switch (kind) {
                case PathIterator.SEG_MOVETO -> {
                    close();
                    to(at[0], at[1]);
                }
                case PathIterator.SEG_LINETO -> to(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> {
                    pull(at[0], at[1]);
                    to(at[2], at[3]);
                }
                case PathIterator.SEG_CUBICTO -> cubic(at);
                default -> close();
            }
        }

        void close() {
            if (contour.size() > 1 && contour.getLast().equals(contour.getFirst())) {
                contour.removeLast();
            }
            if (contour.size() > 1) {
                contours.add(contour);
            }
            contour = new ArrayList<>();
        }

        /** A curve of the third degree as so many of the second that the difference is not seen. */
        private void cubic(double[] at) {
            var bend = Math.hypot(at[4] - 3 * at[2] + 3 * at[0] - x, at[5] - 3 * at[3] + 3 * at[1] - y) * scale;
            var pieces =
                    (int) Math.clamp(Math.ceil(Math.cbrt(bend * Math.sqrt(3) / 36 / CLOSE_ENOUGH)), 1, MOST_PIECES);
            double[] across = {x, at[0], at[2], at[4]};
            double[] up = {y, at[1], at[3], at[5]};
            for (int i = 0; i < pieces; i++) {
                double from = (double) i / pieces;
                double to = (double) (i + 1) / pieces;
                pull(pulling(across, from, to), pulling(up, from, to));
                to(value(across, to), value(up, to));
            }
        }

        private void to(double nextX, double nextY) {
            contour.add(point(nextX, nextY, true));
            x = nextX;
            y = nextY;
        }

        private void pull(double pullX, double pullY) {
            contour.add(point(pullX, pullY, false));
        }

        private Point point(double pointX, double pointY, boolean on) {
            return new Point((int) Math.round(pointX * scale), (int) Math.round(pointY * scale), on);
        }

        private static double value(double[] p, double t) {
            var s = 1 - t;
            return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
        }

        private static double slope(double[] p, double t) {
            var s = 1 - t;
            return 3 * (s * s * (p[1] - p[0]) + 2 * s * t * (p[2] - p[1]) + t * t * (p[3] - p[2]));
        }

        /** Where the curve between two places of a cubic is pulled: midway between what its ends ask for. */
        private static double pulling(double[] p, double from, double to) {
            var length = (to - from) / 2;
            return (value(p, from) + slope(p, from) * length + value(p, to) - slope(p, to) * length) / 2;
        }
    }
}
