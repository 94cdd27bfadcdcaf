package org.caravanserai;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void noModuleReachesWhereItMayNot() {
        ApplicationModules.of(CaravanseraiApplication.class).verify();
    }
}
