package org.caravanserai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SqlCounterTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyStatementOfTheWorkIsCountedAndNoneBeforeIt() {
        ask();

        assertThat(SqlCounter.count(() -> {
                    ask();
                    ask();
                }))
                .isEqualTo(2);
        assertThat(SqlCounter.counting(this::ask).statements()).isEqualTo(1);
    }

    private int ask() {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
