package org.caravanserai.review.reviewing;

import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Takes every institution for one of its own, until something knows better. */
@Configuration(proxyBeanMethods = false)
class InstitutionsApart {

    @Bean
    @Fallback
    InstitutionKinship institutionsWithoutAncestors() {
        return Set::<UUID>of;
    }
}
