package io.adjudicator.intake;

/** One line of a batch, numbered from 1 as editors do. */
public sealed interface NdjsonLine {

    long number();

    /** Within the limit. The bytes come without the line's end. */
    @SuppressWarnings("ArrayRecordComponent") // handed from the splitter to one reader, never compared
    record Whole(long number, byte[] bytes) implements NdjsonLine {}

    /** Longer than {@link NdjsonLines#LONGEST}; its bytes were dropped. */
    record TooLong(long number) implements NdjsonLine {}
}
