package org.caravanserai.platform;

import java.util.List;

/**
 * What a module keeps of meetings, for archives of them. Modules are asked in the order of their beans, so that rows come
 * after those they refer to.
 */
public interface KeptRecords {

    /** Its tables, each after those it refers to. */
    List<KeptTable> tables();
}
