package org.caravanserai.review.assignment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.caravanserai.testing.SharedData;

/** The affinities of a real conference's 118 papers and 177 reviewers; a test that needs them skips where they are absent. */
public final class MidlAffinities {

    private MidlAffinities() {}

    /** Three reviews a paper, at most four a reviewer. */
    public static AssignmentProblem problem(int leastLoad) {
        var file = SharedData.file("review/midl-affinity.csv.gz");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var reviewers = lines.getFirst().split(",", -1).length;
            var builder = AssignmentProblem.of(lines.size(), reviewers)
                    .demandOfEach(3)
                    .loadOfEach(leastLoad, 4);
            for (var paper = 0; paper < lines.size(); paper++) {
                var cells = lines.get(paper).split(",", -1);
                for (var reviewer = 0; reviewer < reviewers; reviewer++) {
                    var affinity = Double.parseDouble(cells[reviewer]);
                    if (affinity == -1) {
                        builder.conflict(paper, reviewer);
                    } else {
                        builder.affinity(paper, reviewer, affinity);
                    }
                }
            }
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
