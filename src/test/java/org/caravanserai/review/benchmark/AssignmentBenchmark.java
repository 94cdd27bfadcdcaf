package org.caravanserai.review.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.caravanserai.review.assignment.AssignmentOutcome;
import org.caravanserai.review.assignment.AssignmentProblem;
import org.caravanserai.review.assignment.AssignmentProgress;
import org.caravanserai.review.assignment.AssignmentResult;
import org.caravanserai.review.assignment.AssignmentSolver;
import org.caravanserai.review.assignment.MidlAffinities;
import org.jspecify.annotations.Nullable;

/** Prints CPU and wall time of assignments, on real affinities and on 4 000 proposals for 1 500 reviewers. */
public final class AssignmentBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private AssignmentBenchmark() {}

    public static void main(String[] args) throws IOException {
        var solver = new AssignmentSolver();
        var none = AssignmentProgress.none();
        System.out.println("| assignment | total | worst | proof | CPU, median | wall, median |");
        System.out.println("|---|---|---|---|---|---|");
        for (var least = 0; least <= 2; least++) {
            var problem = MidlAffinities.problem(least);
            measure("118 × 177, at least " + least + " each, total", 30, 15, () -> solver.total(problem, none));
        }
        for (var least = 0; least <= 1; least++) {
            var problem = MidlAffinities.problem(least);
            measure("118 × 177, at least " + least + " each, fairest", 1, 3, () -> solver.fairest(problem, none));
        }
        var large = large();
        measure("4 000 × 1 500, total", 0, 1, () -> solver.total(large, none));
        System.out.println();
        System.out.println("Largest resident memory: " + peak());
    }

    private static void measure(String name, int warmUp, int times, Supplier<AssignmentOutcome> work) {
        for (var i = 0; i < warmUp; i++) {
            var _ = work.get();
        }
        var cpu = new long[times];
        var wall = new long[times];
        @Nullable AssignmentResult last = null;
        for (var i = 0; i < times; i++) {
            var cpuBefore = PROCESS.getProcessCpuTime();
            var before = System.nanoTime();
            last = (AssignmentResult) work.get();
            wall[i] = System.nanoTime() - before;
            cpu[i] = PROCESS.getProcessCpuTime() - cpuBefore;
        }
        Arrays.sort(cpu);
        Arrays.sort(wall);
        if (last != null) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.4f | %.4f | %s | %d ms | %d ms |%n",
                    name,
                    last.total(),
                    last.worst(),
                    last.proof(),
                    cpu[times / 2] / 1_000_000,
                    wall[times / 2] / 1_000_000);
        }
    }

    /** Sixteen fields, proposals and reviewers at home in one or two of them, and conflicts here and there. */
    private static AssignmentProblem large() {
        var random = new Random(2027);
        var proposals = 4_000;
        var reviewers = 1_500;
        var fieldOf = random.ints(proposals, 0, 16).toArray();
        var first = random.ints(reviewers, 0, 16).toArray();
        var second = random.ints(reviewers, 0, 16).toArray();
        var builder = AssignmentProblem.of(proposals, reviewers).demandOfEach(3).loadOfEach(1, 10);
        for (var proposal = 0; proposal < proposals; proposal++) {
            for (var reviewer = 0; reviewer < reviewers; reviewer++) {
                var base = first[reviewer] == fieldOf[proposal] ? 0.6 : second[reviewer] == fieldOf[proposal] ? 0.4 : 0;
                builder.affinity(proposal, reviewer, base + 0.4 * random.nextDouble());
                if (random.nextInt(50) == 0) {
                    builder.conflict(proposal, reviewer);
                }
            }
        }
        return builder.build();
    }

    private static String peak() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "not known on this system";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.substring("VmHWM:".length()).strip())
                .findFirst()
                .orElse("not known");
    }
}
