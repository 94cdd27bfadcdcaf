package org.caravanserai.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells, while bytes are read, how many have been. */
public final class CountedInput extends FilterInputStream {

    private final Heard heard;
    private long read;

    /** Is told how many bytes have been read, and may end the reading. */
    @FunctionalInterface
    public interface Heard {

        /** @throws IOException to end it */
        void of(long read) throws IOException;
    }

    /** Reads {@code in}, closing it when it is closed itself. */
    public CountedInput(InputStream in, Heard heard) {
        super(in);
        this.heard = heard;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var some = super.read(into, from, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int more) throws IOException {
        read += more;
        heard.of(read);
    }
}
