package org.caravanserai.proposal;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** A stretch of a list that begins anywhere, as lazy lists ask for it, and not only at a multiple of its length. */
class Slice extends PageRequest {

    private static final long serialVersionUID = 1L;

    private final int offset;

    Slice(int offset, int limit) {
        super(0, limit, Sort.unsorted());
        this.offset = offset;
    }

    @Override
    public long getOffset() {
        return offset;
    }

    @Override
    public Pageable previousOrFirst() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof Slice that && that.offset == offset;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + offset;
    }
}
