package org.caravanserai.people;

import org.caravanserai.platform.BeforeOpening;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the shipped directory of institutions at start when it is another than the one loaded last. What came from a dump
 * or was corrected by hand stays. Of several processes that start at once, one loads it: the first that changes the
 * checksum. It comes before whatever else runs at start, because people refer to institutions.
 */
@Component
@Order(0)
class InstitutionLoading implements BeforeOpening {

    private final JdbcTemplate jdbc;
    private final InstitutionWriting writing;
    private final ShippedInstitutions shipped;

    InstitutionLoading(JdbcTemplate jdbc, InstitutionWriting writing, ShippedInstitutions shipped) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.shipped = shipped;
    }

    @Override
    @Transactional
    public void prepare() {
        var changed = jdbc.update(
                "update institution_source set checksum = ? where id = 1 and checksum <> ?",
                shipped.checksum(),
                shipped.checksum());
        if (changed > 0) {
            writing.write(shipped.all(), InstitutionWriting.Source.SHIPPED);
        }
    }
}
