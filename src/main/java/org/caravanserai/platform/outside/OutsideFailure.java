package org.caravanserai.platform.outside;

import java.util.List;
import org.caravanserai.text.Refusal;

/**
 * An address that may be asked gave no answer that could be read: it may do so another time. Whatever else is refused will
 * be refused again.
 */
public final class OutsideFailure extends Refusal {

    private static final long serialVersionUID = 1L;

    OutsideFailure(String key, Object... arguments) {
        super(List.of(Problem.at("address", key, arguments)));
    }
}
