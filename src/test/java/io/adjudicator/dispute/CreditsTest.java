package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Task;
import io.adjudicator.credit.CreditFilter;
import io.adjudicator.credit.CreditKind;
import io.adjudicator.credit.CreditReview;
import io.adjudicator.credit.CreditState;
import io.adjudicator.credit.NewGoodwill;
import io.adjudicator.ledger.CreditDesk;
import io.adjudicator.review.TaskVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Goodwill, and four eyes: tried on the code, and on the database behind its back. Up to 1.00 needs nobody, above 3.00 two. */
class CreditsTest extends Office {

    @Autowired
    private CreditDesk ledger;

    @Test
    void aLittleGoodwillIsGrantedAtOnce() {
        CaseId id = ask("g1", "0.50", ROSE);
        walkCredit(id);
        walkCredit(id);
        assertThat(credits.find(id).orElseThrow().state()).isEqualTo(CreditState.POSTED);
        assertThat(granted(id)).containsExactly("0.5");
        assertThat(cases.find(id).orElseThrow().outcome()).contains("posted");
    }

    @Test
    void moreGoodwillIsApprovedFirst() {
        CaseId id = ask("g2", "2.00", ROSE);
        walkCredit(id);
        assertThat(credits.find(id).orElseThrow().state()).isEqualTo(CreditState.REQUESTED);
        assertThat(granted(id)).isEmpty();
        decide(id, true, FAY);
        assertThat(granted(id)).containsExactly("2");
    }

    @Test
    void muchGoodwillIsApprovedTwice() {
        CaseId id = ask("g3", "3.01", ROSE);
        walkCredit(id);
        decide(id, true, FAY);
        assertThat(granted(id)).isEmpty();
        assertThat(code(() -> decide(id, true, FAY))).isEqualTo("four_eyes");
        decide(id, true, FLO);
        assertThat(granted(id)).containsExactly("3.01");
    }

    @Test
    void refusedGoodwillIsNotGranted() {
        CaseId id = ask("g4", "3.01", ROSE);
        walkCredit(id);
        decide(id, true, FAY);
        decide(id, false, FLO);
        walkCredit(id);
        CreditReview refused = credits.find(id).orElseThrow();
        assertThat(refused.state()).isEqualTo(CreditState.REJECTED);
        assertThat(refused.rejection().orElseThrow().reason()).isEqualTo("Because.");
        assertThat(granted(id)).isEmpty();
        assertThat(cases.find(id).orElseThrow().outcome()).contains("rejected");
    }

    @Test
    void askingAgainIsSafe() {
        CaseId id = ask("g5", "2.00", ROSE);
        assertThat(goodwill.request(goodwill("g5", "2.00"), ROSE).first()).isFalse();
        assertThat(ask("g5", "2.00", ROSE)).isEqualTo(id);
        assertThat(code(() -> ask("g5", "2.50", ROSE))).isEqualTo("credit_conflict");
    }

    @Test
    void whoAskedDoesNotApprove() {
        CaseId id = ask("g6", "2.00", FAY);
        walkCredit(id);
        assertThat(code(() -> decide(id, true, FAY))).isEqualTo("four_eyes");
        assertThat(code(() -> tasks.claim(seen(id).id(), seen(id).version(), FAY)))
                .isEqualTo("four_eyes");
        assertThat(tasks.next(FAY).map(Task::caseId)).isNotEqualTo(Optional.of(id));
        assertThat(code(() -> decide(id, true, ROSE))).isEqualTo("task_not_for_role");
        decide(id, true, FLO);
        assertThat(granted(id)).containsExactly("2");
    }

    @Test
    void listsByState() {
        CaseId id = ask("g7", "2.00", ROSE);
        for (CreditState state : CreditState.values()) {
            assertThat(credits
                            .list(
                                    new CreditFilter(
                                            Optional.of(ACME), Optional.of(CreditKind.GOODWILL), Optional.of(state)),
                                    500)
                            .stream()
                            .map(CreditReview::state))
                    .allMatch(state::equals);
        }
        assertThat(credits.list(
                        new CreditFilter(Optional.empty(), Optional.empty(), Optional.of(CreditState.REQUESTED)), 500))
                .extracting(CreditReview::id)
                .contains(id);
    }

    @Test
    void theDatabaseRefusesWhoAsked() {
        CaseId id = ask("g8", "2.00", FAY);
        refuses(() -> approve(id, 1, FAY));
        approve(id, 1, FLO);
    }

    @Test
    void theDatabaseRefusesWhoDecidedBefore() {
        settled(ACME, "insurance", "g9");
        CaseId first = raise("g9", "g9");
        walk(first);
        answer(first, upheld(), ROSE);
        approve(first, true, "", FAY);
        clock.moveTo(clock.instant().plusSeconds(60));
        CaseId second =
                disputes.raise(objection("g9again", of("g9")), RUTH).dispute().id();
        walk(second);
        refuses(() ->
                jdbc.sql("""
                        insert into dispute_answer (dispute_id, round, kind, reason, document, answered_by, answered_by_name, answered_at)
                        values (:id, 1, 'REJECTED', 'x', '{}', :by, 'x', now())
                        """).param("id", second.value()).param("by", ROSE.id()).update());
        refuses(() ->
                jdbc.sql("""
                        insert into dispute_answer (dispute_id, round, kind, reason, document, answered_by, answered_by_name, answered_at)
                        values (:id, 1, 'REJECTED', 'x', '{}', :by, 'x', now())
                        """).param("id", second.value()).param("by", RUTH.id()).update());
    }

    /** A reviewer who decided before is also of finance, and a customer's own dispute is approved by nobody who raised it. */
    @Test
    void theDatabaseRefusesPartiesOfTheDispute() {
        settled(ACME, "insurance", "g10");
        CaseId id = disputes.raise(objection("g10", of("g10")), RUTH).dispute().id();
        walk(id);
        answer(id, upheld(), ROSE);
        CaseId credit = credit(id);
        assertThat(code(() -> credits.decide(seen(credit).id(), seen(credit).version(), true, "", as(RUTH))))
                .isEqualTo("four_eyes");
        assertThat(code(() -> credits.decide(seen(credit).id(), seen(credit).version(), true, "", as(ROSE))))
                .isEqualTo("four_eyes");
        refuses(() -> approve(credit, 1, RUTH));
        refuses(() -> approve(credit, 1, ROSE));
        approve(credit, 1, FAY);
    }

    @Test
    void theDatabaseRefusesTheSameTwiceAndTheSecondBeforeTheFirst() {
        CaseId id = ask("g11", "3.01", ROSE);
        refuses(() -> approve(id, 2, FAY));
        approve(id, 1, FAY);
        refuses(() -> approve(id, 2, FAY));
        approve(id, 2, FLO);
    }

    @Test
    void theDatabasePostsNothingThatIsNotApproved() {
        CaseId id = ask("g12", "3.01", ROSE);
        refuses(() -> post(id));
        approve(id, 1, FAY);
        refuses(() -> post(id));
        approve(id, 2, FLO);
        post(id);
        refuses(() -> post(id));
    }

    @Test
    void theDatabaseKeepsWhatWasDecided() {
        CaseId id = ask("g13", "2.00", ROSE);
        approve(id, 1, FAY);
        refuses(() -> jdbc.sql("update credit_approval set approved = false where case_id = :id")
                .param("id", id.value())
                .update());
        refuses(() -> jdbc.sql("delete from credit_approval where case_id = :id")
                .param("id", id.value())
                .update());
        refuses(() -> jdbc.sql("update credit_review set approvals_needed = 0 where case_id = :id")
                .param("id", id.value())
                .update());
    }

    private static Actor as(Actor reviewer) {
        return new Actor(reviewer.id(), reviewer.name(), FAY.role(), Optional.empty());
    }

    private static void refuses(Runnable write) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(write::run);
    }

    private void approve(CaseId id, int step, Actor by) {
        jdbc.sql("""
                        insert into credit_approval (case_id, step, approved, reason, decided_by, decided_by_name, decided_at)
                        values (:id, :step, true, '', :by, :by, now())
                        """)
                .param("id", id.value())
                .param("step", step)
                .param("by", by.id())
                .update();
    }

    private void post(CaseId id) {
        jdbc.sql("insert into credit_posting (case_id, posted_at) values (:id, now())")
                .param("id", id.value())
                .update();
    }

    private CaseId ask(String reference, String amount, Actor by) {
        return goodwill.request(goodwill(reference, amount), by).review().id();
    }

    private static NewGoodwill goodwill(String reference, String amount) {
        return new NewGoodwill(ACME, reference, new BigDecimal(amount), "The outage of 3 July.", Optional.empty());
    }

    private void decide(CaseId id, boolean approved, Actor by) {
        TaskVersion task = seen(id);
        credits.decide(task.id(), task.version(), approved, "Because.", by);
        walkCredit(id);
    }

    private List<String> granted(CaseId id) {
        return ledger.grants(ACME).stream()
                .filter(grant -> grant.grant().contains(id.value()))
                .map(grant ->
                        new BigDecimal(grant.granted()).stripTrailingZeros().toPlainString())
                .toList();
    }
}
