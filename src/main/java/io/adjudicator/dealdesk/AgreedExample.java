package io.adjudicator.dealdesk;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.dealdesk.AgreedCase.Expected;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An agreed case in words.
 *
 * @param given what happened, in the order in which it is told
 * @param expected what both sides agreed it comes to
 * @param came what the version that decides makes of it
 * @param asAgreed whether these are the same
 */
public record AgreedExample(
        String name, String outcomeType, List<String> given, String expected, String came, boolean asAgreed) {

    public AgreedExample {
        given = List.copyOf(given);
    }

    static AgreedExample of(AgreedCase agreed, Decision decision) {
        Outcome came = Outcome.of(decision, agreed.counted());
        return new AgreedExample(
                agreed.name(),
                agreed.claim().outcomeType().value(),
                given(agreed),
                expected(agreed.expected(), decision.unit()),
                words(
                        came.verdict(),
                        came.reason(),
                        came.missing(),
                        // of what is not billable nobody asks the tier, unless it was agreed
                        came.tier()
                                .filter(_ -> came.verdict().equals("BILLABLE")
                                        || agreed.expected().tier().isPresent()),
                        Optional.of(came.price()),
                        Optional.of(came.fees()).filter(fees -> fees.number().signum() != 0)),
                came.fits(agreed.expected()));
    }

    private static List<String> given(AgreedCase agreed) {
        Instant claimed = agreed.claim().occurredAt();
        List<String> given = new ArrayList<>();
        for (Claim earlier : agreed.earlier()) {
            given.add(after(earlier.occurredAt(), claimed) + " before, in the same session: " + facts(earlier));
        }
        given.add(facts(agreed.claim()));
        for (Evidence evidence : agreed.evidence()) {
            given.add(after(claimed, evidence.occurredAt()) + " later: "
                    + plain(evidence.kind().wireName()) + ", attested as "
                    + plain(evidence.grade().name()));
        }
        agreed.asOf().ifPresent(asOf -> given.add("looked at " + after(claimed, asOf) + " later"));
        if (agreed.counted() > 0) {
            given.add("its month has " + agreed.counted() + " of the same price before it");
        }
        return given;
    }

    private static String facts(Claim claim) {
        String facts = claim.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> plain(fact.getKey()) + " " + fact.getValue())
                .collect(Collectors.joining(", "));
        return facts.isEmpty() ? "a claim that states nothing" : facts;
    }

    private static String after(Instant from, Instant to) {
        return PlainTiming.words(Duration.between(from, to));
    }

    private static String expected(Expected expected, Unit unit) {
        return words(
                expected.verdict(),
                expected.reason(),
                expected.missing(),
                expected.tier(),
                expected.price().map(price -> new Amount(price, unit)),
                expected.fees().map(fees -> new Amount(fees, unit)));
    }

    private static String words(
            String verdict,
            Optional<String> reason,
            List<String> missing,
            Optional<String> tier,
            Optional<Amount> price,
            Optional<Amount> fees) {
        return plain(verdict)
                + reason.map(why -> ": " + plain(why)).orElse("")
                + (missing.isEmpty()
                        ? ""
                        : ": " + missing.stream().map(AgreedExample::plain).collect(Collectors.joining(", "))
                                + " missing")
                + tier.map(name -> " as " + plain(name)).orElse("")
                + price.filter(_ -> verdict.equals("BILLABLE"))
                        .map(amount -> " for " + amount)
                        .orElse("")
                + fees.map(amount -> ", and fees of " + amount).orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
