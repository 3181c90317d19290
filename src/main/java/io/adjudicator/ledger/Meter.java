package io.adjudicator.ledger;

import io.adjudicator.kernel.OutcomeType;
import java.time.YearMonth;

/** What is counted together: the outcomes of one line of one contract version in one month. */
record Meter(int contractVersion, OutcomeType outcomeType, String line, YearMonth month) {}
