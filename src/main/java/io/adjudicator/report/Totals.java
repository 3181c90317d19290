package io.adjudicator.report;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts and amounts of a report by status, reason and tier. Counts are of outcomes; adjustments count apart. Not thread-safe. */
public final class Totals {

    /** One group's outcomes and what they come to. */
    public record Group(String key, long outcomes, long adjustments, Amount amount) {

        Group plus(ReportLine line) {
            boolean outcome = line.entry() == ReportLine.Entry.OUTCOME;
            return new Group(
                    key, outcomes + (outcome ? 1 : 0), adjustments + (outcome ? 0 : 1), amount.plus(line.amount()));
        }
    }

    /** A month can hold more than one unit, where a contract changed it: amounts of different units are never added. */
    private record Key(String name, Unit unit) {}

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::name).thenComparing(key -> key.unit().code());

    private final Map<Key, Group> byStatus = new TreeMap<>(ORDER);
    private final Map<Key, Group> byReason = new TreeMap<>(ORDER);
    private final Map<Key, Group> byTier = new TreeMap<>(ORDER);
    private final Map<Key, Group> byUnit = new TreeMap<>(ORDER);

    public void add(ReportLine line) {
        add(byUnit, line.amount().unit().code(), line);
        add(byStatus, line.status(), line);
        if (!line.reason().isEmpty()) {
            add(byReason, line.reason(), line);
        }
        if (!line.tier().isEmpty()
                && (line.status().equals("billable") || line.amount().number().signum() != 0)) {
            add(byTier, line.tier(), line);
        }
    }

    private static void add(Map<Key, Group> groups, String name, ReportLine line) {
        Unit unit = line.amount().unit();
        Group before = groups.getOrDefault(new Key(name, unit), new Group(name, 0, 0, Amount.zero(unit)));
        groups.put(new Key(name, unit), before.plus(line));
    }

    public List<Group> byStatus() {
        return List.copyOf(byStatus.values());
    }

    public List<Group> byReason() {
        return List.copyOf(byReason.values());
    }

    /** Of what is billable, and of what was booked for anything else; so these add up to the whole too. */
    public List<Group> byTier() {
        return List.copyOf(byTier.values());
    }

    /** The whole report; one entry for each unit that occurs. */
    public List<Group> byUnit() {
        return List.copyOf(byUnit.values());
    }
}
