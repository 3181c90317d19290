package io.adjudicator.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * The identity that the sender gives a claim or an evidence record: unique within its source, as CloudEvents 1.0
 * (section "id") has it. A repeat of the pair is the same record sent again.
 */
public record SourceId(String source, String id) implements Comparable<SourceId> {

    private static final Comparator<SourceId> ORDER =
            Comparator.comparing(SourceId::source).thenComparing(SourceId::id);

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    /**
     * A short name of fixed length for paths and reports, derived from the pair alone so that every installation and
     * the offline command give the same one: {@code prefix_} and 130 bits of the SHA-256 as base32.
     */
    public String derived(String prefix) {
        byte[] hash = Arrays.copyOf(Digest.sha256().digest((source + '\0' + id).getBytes(StandardCharsets.UTF_8)), 17);
        StringBuilder name = new StringBuilder(prefix.toLowerCase(Locale.ROOT)).append('_');
        for (int bit = 0; bit < 130; bit += 5) {
            int window = (hash[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < hash.length ? hash[bit / 8 + 1] & 0xff : 0);
            name.append(BASE32.charAt(window >> (11 - bit % 8) & 31));
        }
        return name.toString();
    }

    @Override
    public int compareTo(SourceId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return source + " " + id;
    }
}
