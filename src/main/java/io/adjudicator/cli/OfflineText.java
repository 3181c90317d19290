package io.adjudicator.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Text files as spreadsheets write them. */
final class OfflineText {

    private static final int BYTE_ORDER_MARK = 0xfeff;

    private OfflineText() {}

    static BufferedReader withoutMark(Reader text) throws IOException {
        BufferedReader reader = new BufferedReader(text);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
