package io.adjudicator.adjudication;

import static io.adjudicator.adjudication.OneSession.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever moves the window: a decision never depends on what had not happened yet, nor on how often somebody looked. */
class AnchorPropertiesTest {

    private static final int ROUNDS = 60;
    private static final int CLAIMED = 20;
    private static final int LONG_AFTER = 2_000;

    private static final List<EvidenceKind> KINDS = List.of(
            EvidenceKind.ACTIVITY,
            EvidenceKind.ANSWERED,
            EvidenceKind.CLOSED,
            EvidenceKind.ACCEPTED,
            EvidenceKind.CONFIRMED,
            EvidenceKind.REOPENED,
            EvidenceKind.HANDOFF);

    @TempDir
    private Path customers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anchor: session_start, on_activity: restart",
                "anchor: last_activity, on_activity: restart",
                "anchor: last_answer",
                "anchor: last_answer, on_activity: restart",
                "anchor: session_end, longest_wait: PT40H, on_activity: restart",
                "anchor: session_end, longest_wait: PT40H, length: PT0S, silence: free",
                "anchor: acceptance, longest_wait: PT40H, if_never_accepted: free",
                "anchor: acceptance, longest_wait: PT40H, if_never_accepted: needs_review, length: PT0S"
            })
    void lookingOnceAtTheEndComesToTheSameAsLookingAfterEveryRecord(String window) {
        ContractVersion contract = new Story(customers).window(window).contract();
        Random random = new Random(20260710);
        for (int round = 0; round < ROUNDS; round++) {
            List<Evidence> records = records(random);
            assertThat(once(contract, records).decisions())
                    .as("%s: %s", window, records)
                    .isEqualTo(stepByStep(contract, records).decisions());
        }
    }

    private static OneSession once(ContractVersion contract, List<Evidence> records) {
        return OneSession.under(contract).received(records, 0).claimed(OneSession.claim(CLAIMED, "c-1"), LONG_AFTER);
    }

    private static OneSession stepByStep(ContractVersion contract, List<Evidence> records) {
        OneSession session = OneSession.under(contract);
        for (int hour = 0; hour < 200; hour++) {
            if (hour == CLAIMED) {
                session.claimed(hour, "c-1");
            }
            for (Evidence record : records) {
                if (record.occurredAt().equals(OneSession.hour(hour))) {
                    session.received(record, hour);
                }
            }
            session.advance(hour);
        }
        return session.advance(LONG_AFTER);
    }

    /** Up to eight records in different hours, some before the claim and some after every close. */
    private static List<Evidence> records(Random random) {
        List<Integer> hours = new ArrayList<>(
                IntStream.range(0, 120).filter(hour -> hour != CLAIMED).boxed().toList());
        Collections.shuffle(hours, random);
        return hours.stream()
                .limit(random.nextInt(9))
                .map(hour -> seen(KINDS.get(random.nextInt(KINDS.size())), hour))
                .sorted(Comparator.comparing(Evidence::occurredAt))
                .toList();
    }
}
