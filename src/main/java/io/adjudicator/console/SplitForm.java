package io.adjudicator.console;

import io.adjudicator.console.Shown.Moment;
import io.adjudicator.dispute.Traits;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The part of an answer that names some of a dispute's outcomes: one by one, or all of a kind at once, or all but those.
 *
 * @param kinds what at least two, but not all, of the outcomes have in common
 */
record SplitForm(List<Kind> kinds, List<Row> rows, boolean others) {

    /** Of the form. */
    static final String ONES = "upheld";

    static final String ALIKE = "alike";
    private static final String OTHERS = "others";

    /** More kinds than these of one sort are no help. */
    private static final int MOST_KINDS = 12;

    private record Sort(String name, Function<Traits, Optional<String>> of) {

        /** Verdicts are words of ours, all else is the sender's. */
        String words(String value) {
            return name.equals("verdict") ? Shown.words(value) : value;
        }
    }

    private static final List<Sort> SORTS = List.of(
            new Sort("topic", Traits::topic),
            new Sort("tier", Traits::tier),
            new Sort("verdict", one -> Optional.of(one.disputed().verdict())),
            new Sort("workflow", one -> Optional.of(one.workflowType())),
            new Sort("channel", one -> Optional.of(one.channel())),
            new Sort("account", one -> Optional.of(one.account())));

    /** Outcomes that are alike in one respect. */
    record Kind(String value, String words, boolean chosen) {}

    /** One outcome. */
    record Row(
            String outcomeId,
            Moment occurredAt,
            String topic,
            String tier,
            String verdict,
            String amount,
            String unit,
            boolean chosen) {

        public String shortId() {
            return Shown.shortId(outcomeId);
        }
    }

    static SplitForm of(List<Traits> outcomes, MultiValueMap<String, String> typed, ZoneId zone) {
        Set<String> ones = values(typed, ONES);
        Set<String> alike = values(typed, ALIKE);
        return new SplitForm(
                SORTS.stream().flatMap(sort -> kinds(sort, outcomes, alike)).toList(),
                outcomes.stream()
                        .map(one -> new Row(
                                one.disputed().outcomeId(),
                                Shown.minute(one.occurredAt(), zone),
                                one.topic().orElse(""),
                                one.tier().orElse(""),
                                one.disputed().verdict(),
                                Shown.number(one.disputed().amount()),
                                one.disputed().amount().unit().code(),
                                ones.contains(one.disputed().outcomeId())))
                        .toList(),
                Act.text(typed, OTHERS).equals("true"));
    }

    /** Which outcomes a form means. */
    static Set<String> chosen(List<Traits> outcomes, MultiValueMap<String, String> form) {
        Set<String> alike = values(form, ALIKE);
        Set<String> chosen = new HashSet<>(values(form, ONES));
        outcomes.stream()
                .filter(one -> SORTS.stream().anyMatch(sort -> alike.contains(value(sort, one))))
                .forEach(one -> chosen.add(one.disputed().outcomeId()));
        if (!Act.text(form, OTHERS).equals("true")) {
            return chosen;
        }
        return outcomes.stream()
                .map(one -> one.disputed().outcomeId())
                .filter(outcome -> !chosen.contains(outcome))
                .collect(Collectors.toSet());
    }

    private static Stream<Kind> kinds(Sort sort, List<Traits> outcomes, Set<String> alike) {
        Map<String, Long> counts = outcomes.stream()
                .collect(Collectors.groupingBy(one -> value(sort, one), TreeMap::new, Collectors.counting()));
        if (counts.size() < 2 || counts.size() > MOST_KINDS) {
            return Stream.empty();
        }
        return counts.entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith("="))
                .map(entry -> new Kind(
                        entry.getKey(),
                        sort.name() + " "
                                + sort.words(
                                        entry.getKey().substring(sort.name().length() + 1)) + " ("
                                + Shown.count(entry.getValue()) + ")",
                        alike.contains(entry.getKey())));
    }

    private static String value(Sort sort, Traits one) {
        return sort.name() + "=" + sort.of().apply(one).orElse("");
    }

    private static Set<String> values(MultiValueMap<String, String> form, String name) {
        return Set.copyOf(Optional.ofNullable(form.get(name)).orElse(List.of()).stream()
                .distinct()
                .toList());
    }
}
