package org.caravanserai;

import static org.assertj.core.api.Assertions.assertThat;

import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.repository.Repository;

/** Repositories read their queries when they are first asked; a wrong one must be found here and not by who asks. */
@IntegrationTest
class RepositoriesTest {

    @Autowired
    ApplicationContext context;

    @Test
    void everyQueryOfEveryRepositoryCanBeRead() {
        assertThat(context.getBeansOfType(Repository.class)).hasSizeGreaterThan(80);
    }
}
