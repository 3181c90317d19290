package io.adjudicator.cli;

import io.adjudicator.kernel.Digest;
import java.util.OptionalLong;

/**
 * A map from 64 bits of a name's SHA-256 to 64 bits of what is known of it, in two flat arrays: 16 bytes an entry at full load, 21 to 43
 * with the room that open addressing needs. Two of a million names share their 64 bits with a probability of 3 in 100 million.
 */
final class OfflineIndex {

    private static final int FIRST_CAPACITY = 1 << 12;

    /** Marks a free slot; a name whose bits are all zero takes the next number. */
    private static final long FREE = 0;

    private long[] names = new long[FIRST_CAPACITY];
    private long[] values = new long[FIRST_CAPACITY];
    private int size;

    /** The first 64 bits of a digest. */
    static long bits(Digest digest) {
        int hex = digest.value().indexOf(':') + 1;
        return Long.parseUnsignedLong(digest.value(), hex, hex + 16, 16);
    }

    OptionalLong get(long name) {
        int slot = slot(names, key(name));
        return names[slot] == FREE ? OptionalLong.empty() : OptionalLong.of(values[slot]);
    }

    void put(long name, long value) {
        if (size >= names.length / 4 * 3) {
            grow();
        }
        int slot = slot(names, key(name));
        size += names[slot] == FREE ? 1 : 0;
        names[slot] = key(name);
        values[slot] = value;
    }

    private static long key(long name) {
        return name == FREE ? 1 : name;
    }

    /** Where the key is, or would be. The bits are of a good hash already. */
    private static int slot(long[] names, long key) {
        int mask = names.length - 1;
        int slot = (int) key & mask;
        while (names[slot] != FREE && names[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldNames = names;
        long[] oldValues = values;
        names = new long[oldNames.length * 2];
        values = new long[names.length];
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] != FREE) {
                int slot = slot(names, oldNames[i]);
                names[slot] = oldNames[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
