package org.caravanserai;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void noModuleReachesWhereItMayNot() {
        // The compiled page templates lie in one package of their own but belong to the modules whose pages they are.
        var templates = JavaClass.Predicates.resideInAPackage("org.caravanserai.jte..");
        ApplicationModules.of(CaravanseraiApplication.class, templates).verify();
    }
}
