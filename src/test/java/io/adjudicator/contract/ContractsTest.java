package io.adjudicator.contract;

import static io.adjudicator.contract.Folders.plainWith;
import static io.adjudicator.contract.Folders.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.RuleSetSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class ContractsTest {

    private final TestDatabase database = new TestDatabase();

    @TempDir
    private Path customers;

    @Test
    void findsAPublishedVersionByInstantAndByDigest() {
        Contracts contracts = database.replica();
        DraftVersion draft = draft("found", Folders.PLAIN);

        assertThat(contracts.publish(draft, "deal desk")).isTrue();

        ContractVersion inForce =
                contracts.inForce(id("found"), at("2026-06-30T00:00:00Z")).orElseThrow();
        assertThat(inForce).isEqualTo(draft.version());
        assertThat(contracts.byDigest(draft.version().digest())).isEqualTo(inForce);
        assertThat(contracts.inForce(id("found"), at("2027-01-01T05:00:00Z"))).isEmpty();
        assertThat(contracts.knows(id("found"))).isTrue();
        assertThat(contracts.knows(id("nobody"))).isFalse();
        assertThat(contracts.inForce(id("nobody"), at("2026-06-30T00:00:00Z"))).isEmpty();
    }

    @Test
    void seesWhatAnotherReplicaPublishedAfterARefresh() {
        Contracts one = database.replica();
        Contracts other = database.replica();
        assertThat(other.knows(id("shared"))).isFalse();

        one.publish(draft("shared", Folders.PLAIN), "deal desk");
        other.refresh();

        assertThat(other.inForce(id("shared"), at("2026-06-30T00:00:00Z"))).isPresent();
        assertThat(other.customers()).contains(id("shared"));
    }

    @Test
    void restoresAVersionFromTheStoreAlone() {
        DraftVersion draft = draft("restored", Folders.PLAIN);
        database.replica().publish(draft, "deal desk");

        ContractVersion restored = database.replica().byDigest(draft.version().digest());

        assertThat(restored).isEqualTo(draft.version());
        OutcomeType type = OutcomeType.SUPPORT_RESOLUTION;
        assertThat(restored.terms(type).orElseThrow().rules().drl())
                .isEqualTo(draft.version().terms(type).orElseThrow().rules().drl());
    }

    @Test
    void publishesTheSameVersionOnce() {
        Contracts contracts = database.replica();

        assertThat(contracts.publish(draft("once", Folders.PLAIN), "deal desk")).isTrue();
        assertThat(contracts.publish(draft("once", "# a comment\n" + Folders.PLAIN), "deal desk"))
                .isFalse();
        assertThat(contracts.versions(id("once"))).hasSize(1);
    }

    @Test
    void publishesOnceWhereManyReplicasStartTogether() throws Exception {
        int replicas = 8;
        CountDownLatch ready = new CountDownLatch(replicas);
        List<Future<Boolean>> published = new ArrayList<>();
        DraftVersion draft = draft("together", Folders.PLAIN);
        try (ExecutorService pool = Executors.newFixedThreadPool(replicas)) {
            for (int i = 0; i < replicas; i++) {
                published.add(pool.submit(() -> {
                    Contracts replica = database.replica();
                    ready.countDown();
                    ready.await();
                    return replica.publish(draft, "service start");
                }));
            }
        }

        long added = 0;
        for (Future<Boolean> one : published) {
            added += one.get() ? 1 : 0;
        }
        assertThat(added).isEqualTo(1);
    }

    @Test
    void refusesAPublishedNumberWithOtherContent() {
        Contracts contracts = database.replica();
        contracts.publish(draft("reused", Folders.PLAIN), "deal desk");

        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> contracts.publish(draft("reused", plainWith("simple: 0.99", "simple: 0.98")), "deal desk"));

        assertThat(refused.code()).isEqualTo("version_reused");
        assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
    }

    @Test
    void publishesANextVersionAndRefusesOneOutOfOrder() {
        Contracts contracts = database.replica();
        contracts.publish(draft("ordered", version(2, "{from: 2026-01-01, to: 2027-01-01}")), "deal desk");

        assertThat(code(() -> contracts.publish(draft("ordered", version(1, "{from: 2025-01-01}")), "deal desk")))
                .isEqualTo("version_order");
        assertThat(code(() -> contracts.publish(draft("ordered", version(3, "{from: 2026-06-01}")), "deal desk")))
                .isEqualTo("periods_overlap");
        assertThat(contracts.publish(draft("ordered", version(3, "{from: 2027-01-01}")), "deal desk"))
                .isTrue();
        assertThat(contracts
                        .inForce(id("ordered"), at("2030-01-01T00:00:00Z"))
                        .orElseThrow()
                        .version())
                .isEqualTo(3);
    }

    /** Also where the folder no longer has the version before. */
    @Test
    void refusesToPublishAnotherCurrencyThanThatOfTheVersionBefore() {
        Contracts contracts = database.replica();
        contracts.publish(draft("abroad", version(1, "{from: 2026-01-01, to: 2027-01-01}")), "deal desk");
        String inEuros = Folders.with(version(2, "{from: 2027-01-01}"), "unit: USD", "unit: EUR");

        assertThat(code(() -> contracts.publish(draft("abroad", inEuros), "deal desk")))
                .isEqualTo("currency_changed");
    }

    @Test
    void keepsAPublishedVersionWhenARereleaseKnowsOtherBaseRules() {
        DraftVersion today = draft("rereleased", Folders.PLAIN);
        Contracts contracts = database.replica();
        contracts.publish(today, "deal desk");

        DraftVersion tomorrow = withoutBaseRules(today);

        assertThat(tomorrow.version().digest()).isNotEqualTo(today.version().digest());
        assertThat(contracts.publish(tomorrow, "service start")).isFalse();
        assertThat(contracts
                        .inForce(id("rereleased"), at("2026-06-30T00:00:00Z"))
                        .orElseThrow()
                        .digest())
                .isEqualTo(today.version().digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update contract_version set content = '{}'",
                "update contract_version set effective_to = effective_to + interval '1 day'",
                "delete from contract_version",
                "truncate contract_version cascade"
            })
    void theDatabaseRefusesToChangeWhatIsPublished(String change) {
        Contracts contracts = database.replica();
        contracts.publish(draft("immutable", Folders.PLAIN), "deal desk");

        assertThatThrownBy(() -> database.jdbc().sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void failsLoudlyForADigestThatNobodyPublished() {
        Digest unknown = Digest.of("nothing");

        assertThatThrownBy(() -> database.replica().byDigest(unknown)).isInstanceOf(IllegalStateException.class);
    }

    private DraftVersion draft(String customer, String text) {
        Path dir = Folders.write(customers, customer, "v1.yaml", text);
        int number = text.contains("version: 2") ? 2 : text.contains("version: 3") ? 3 : 1;
        if (number != 1) {
            dir = Folders.write(customers.resolve("v" + number), customer, "v" + number + ".yaml", text);
        }
        return ContractFolder.read(dir).drafts().getFirst();
    }

    private static DraftVersion withoutBaseRules(DraftVersion draft) {
        ContractContent content = ContractContent.parse(draft.content());
        OutcomeType type = OutcomeType.SUPPORT_RESOLUTION;
        RuleSetSource source = draft.version().terms(type).orElseThrow().rules();
        RuleSetSource fewer = RuleSetSource.of(
                source.vocabulary(),
                source.rules().stream()
                        .filter(rule -> !rule.id().startsWith("B-"))
                        .toList());
        return new DraftVersion(
                draft.file(), new ContractContent(content.contract(), content.files(), java.util.Map.of(type, fewer)));
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).code();
    }

    private static CustomerId id(String customer) {
        return new CustomerId(customer);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
