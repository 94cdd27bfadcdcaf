package org.caravanserai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class CommitteeFiguresTest {

    @Autowired
    Committee committee;

    @Autowired
    CommitteeFigures figures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void draftsAreNotCountedAndTheRestByHowFarItIs() {
        var scene = committee.scene();
        var keys = committee.many(scene, 6);
        become("DRAFT", keys.get(0));
        become("CONFIRMED", keys.get(1));
        become("CONFIRMED", keys.get(2));
        become("DECLINED", keys.get(3));

        var mine = Acting.as(scene.chair(), figures::mine);

        assertThat(mine)
                .isEqualTo(List.of(
                        new CommitteeFigures.Figures(scene.meeting().slug().value(), 5, 2, 2)));
    }

    @Test
    void whoDoesNotDecideIsToldNothing() {
        var scene = committee.scene();
        committee.many(scene, 2);

        assertThat(Acting.as(scene.reviewer(), figures::mine)).isEmpty();
    }

    @Test
    void theyCostTheSameForTenAndForManyProposals() {
        var few = committee.scene();
        committee.many(few, 10);
        var many = committee.scene();
        committee.many(many, 300);

        assertThat(statements(many)).isEqualTo(statements(few));
    }

    private int statements(Committee.Scene scene) {
        return Acting.as(
                scene.organiser(),
                () -> SqlCounter.count(() -> assertThat(figures.mine()).hasSize(1)));
    }

    private void become(String state, java.util.UUID proposal) {
        jdbc.sql("update proposal set state = ? where id = ?")
                .params(state, proposal)
                .update();
    }
}
